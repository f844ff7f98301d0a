package supernode.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import supernode.design.WeatherYear;
import supernode.solve.cooling.power.Pue;

/**
 * What a facility takes in bins of weather, solved as few times as its answers allow: where what
 * lies in the middle of a span is on the line between its ends, so is the rest.
 */
final class BinAnswers {
  /** Off the line by more than this share of the power, a span is looked at closer. */
  private static final double ON_THE_LINE = 1e-4;

  /** Spans that are always looked into: narrower than anything a control does. */
  private static final int WIDEST_K = 8;

  /** What the plant feels of a bin, in whole kelvins. */
  record Weather(long dryK, long wetK) {}

  /** All power and that of computing. */
  record Watts(double totalW, double itW) {
    Watts towards(Watts other, double share) {
      return new Watts(totalW + share * (other.totalW - totalW), itW + share * (other.itW - itW));
    }

    boolean isNear(Watts other) {
      return Math.abs(totalW - other.totalW) <= ON_THE_LINE * totalW
          && Math.abs(itW - other.itW) <= ON_THE_LINE * totalW;
    }
  }

  private final Function<WeatherYear.Bin, Optional<Pue>> solve;
  private final Map<Weather, Optional<Watts>> known = new HashMap<>();

  BinAnswers(Function<WeatherYear.Bin, Optional<Pue>> solve) {
    this.solve = solve;
  }

  /** Empty where the loop has no answer. */
  Optional<Watts> of(Weather weather, WeatherYear.Bin bin) {
    Optional<Watts> w = known.get(weather);
    if (w == null) {
      w = solve.apply(bin).map(p -> new Watts(p.totalW(), p.itW()));
      known.put(weather, w);
    }
    return w;
  }

  /**
   * Answers all bins of a plant that feels one temperature.
   *
   * @param bins one for each kelvin that occurs
   */
  void learn(SortedMap<Long, WeatherYear.Bin> bins, LongFunction<Weather> weather) {
    List<Long> kelvins = new ArrayList<>(bins.keySet());
    int from = 0;
    while (from < kelvins.size() - 1) {
      int to = from + 1;
      while (to < kelvins.size() - 1 && kelvins.get(to + 1) - kelvins.get(from) <= WIDEST_K) {
        to++;
      }
      span(kelvins, from, to, bins, weather);
      from = to;
    }
  }

  private void span(
      List<Long> kelvins,
      int from,
      int to,
      SortedMap<Long, WeatherYear.Bin> bins,
      LongFunction<Weather> weather) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) / 2;
    Optional<Watts> low = at(kelvins.get(from), bins, weather);
    Optional<Watts> high = at(kelvins.get(to), bins, weather);
    Optional<Watts> found = at(kelvins.get(middle), bins, weather);
    boolean straight =
        low.isPresent()
            && high.isPresent()
            && found
                .filter(m -> m.isNear(between(kelvins, from, to, middle, low, high)))
                .isPresent();
    if (!straight) {
      span(kelvins, from, middle, bins, weather);
      span(kelvins, middle, to, bins, weather);
      return;
    }
    for (int i = from + 1; i < to; i++) {
      known.putIfAbsent(
          weather.apply(kelvins.get(i)), Optional.of(between(kelvins, from, to, i, low, high)));
    }
  }

  private static Watts between(
      List<Long> kelvins, int from, int to, int i, Optional<Watts> low, Optional<Watts> high) {
    double width = kelvins.get(to) - kelvins.get(from);
    double share = (kelvins.get(i) - kelvins.get(from)) / width;
    return low.orElseThrow().towards(high.orElseThrow(), share);
  }

  private Optional<Watts> at(
      long kelvin, SortedMap<Long, WeatherYear.Bin> bins, LongFunction<Weather> weather) {
    return of(weather.apply(kelvin), bins.get(kelvin));
  }
}
