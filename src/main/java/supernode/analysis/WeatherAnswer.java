package supernode.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.analysis.loop.CoolingStage;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Ambient;
import supernode.design.Scenario;
import supernode.design.WeatherYear;
import supernode.solve.Outcome;
import supernode.solve.cooling.heat.FreeCooling;
import supernode.solve.cooling.heat.MoistAir;
import supernode.solve.cooling.power.Pue;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/**
 * A design over a year of weather: in which hours the outside cools without a compressor, and what
 * the facility takes in each. Asked for and never part of an edit.
 *
 * @param points the weather's bins that have an answer, the coldest first
 * @param free hours of free, partial and mechanical cooling
 * @param sink what the hours are counted for
 * @param unansweredHours in which the loop has no answer
 */
public record WeatherAnswer(
    WeatherYear year,
    List<Point> points,
    FreeCooling free,
    Sink sink,
    double unansweredHours,
    double carbonKgPerKWh) {
  /** Water over dry bulb where no cooler is drawn. Assumption: a usual dry cooler. */
  private static final double APPROACH_K = 8;

  /** Range where no cooler is drawn. Assumption. */
  private static final double RANGE_K = 10;

  private static final double JOULES_PER_MWH = 3.6e9;
  private static final double SECONDS_PER_HOUR = 3600;

  public WeatherAnswer {
    points = List.copyOf(points);
  }

  /** How a bin is cooled. */
  public enum Mode {
    FREE,
    PARTIAL,
    MECHANICAL
  }

  /** One bin: what the facility takes, all and for computing. */
  public record Point(WeatherYear.Bin bin, Mode mode, double totalW, double itW) {
    public double pue() {
      return itW > 0 ? totalW / itW : 1;
    }
  }

  /**
   * What gives the heat away.
   *
   * @param wet whether it reaches for the wet bulb
   * @param drawn whether the design has it; otherwise a usual dry cooler is assumed
   */
  public record Sink(boolean wet, double approachK, double supplyC, double returnC, boolean drawn) {
    Mode mode(WeatherYear.Bin bin) {
      double reachedC = (wet ? bin.wetBulbC() : bin.dryBulbC()) + approachK;
      return reachedC <= supplyC ? Mode.FREE : reachedC < returnC ? Mode.PARTIAL : Mode.MECHANICAL;
    }
  }

  /** What of the weather the plant feels; hours alike in it are solved once, by the kelvin. */
  private record Outside(boolean dry, boolean wet) {
    static Outside of(SystemModel model) {
      boolean dry = false;
      boolean wet = false;
      for (Instance i : model.instances()) {
        PartKind kind = i.part().kind();
        dry |= kind == PartKind.DRY_COOLER || kind == PartKind.CHILLER;
        wet |= kind == PartKind.COOLING_TOWER;
      }
      return new Outside(dry, wet);
    }

    /** By the kelvin; 0 of what the plant does not feel. */
    BinAnswers.Weather classOf(WeatherYear.Bin bin) {
      return new BinAnswers.Weather(
          dry ? Math.round(bin.dryBulbC()) : 0, wet ? Math.round(bin.wetBulbC()) : 0);
    }

    /** Where one temperature tells all, what lies between two alike is between them. */
    void learn(List<WeatherYear.Bin> bins, BinAnswers answers) {
      if (dry != wet) {
        SortedMap<Long, WeatherYear.Bin> byKelvin = new TreeMap<>();
        for (WeatherYear.Bin bin : bins) {
          BinAnswers.Weather w = classOf(bin);
          byKelvin.putIfAbsent(dry ? w.dryK() : w.wetK(), bin);
        }
        answers.learn(byKelvin, k -> new BinAnswers.Weather(dry ? k : 0, dry ? 0 : k));
      }
    }
  }

  /** Wet bulb from dry bulb and relative humidity, 0 to 1. */
  public static double wetBulbC(double dryC, double relativeHumidity) {
    return MoistAir.wetBulbC(dryC, MoistAir.dewPointC(dryC, relativeHumidity));
  }

  /** The year of the scenario of an analysis. */
  public static Outcome<WeatherAnswer> of(Analysis analysis, BooleanSupplier cancelled) {
    Scenario scenario =
        analysis.design().scenarios().getOrDefault(analysis.scenario(), Scenario.DEFAULT);
    if (scenario.weather().isEmpty()) {
      return Outcome.notApplicable("weather.none");
    }
    return of(analysis, scenario.weather().get(), scenario.ambient(), cancelled);
  }

  private static Outcome<WeatherAnswer> of(
      Analysis analysis, WeatherYear year, Ambient ambient, BooleanSupplier cancelled) {
    if (!(analysis.model() instanceof Outcome.Solved<SystemModel>(SystemModel model))) {
      return new Outcome.NotApplicable<>(analysis.model().whyNot().orElseThrow());
    }
    if (!(analysis.cooling() instanceof Outcome.Solved)) {
      return new Outcome.NotApplicable<>(analysis.cooling().whyNot().orElseThrow());
    }
    Sink sink = sink(model, ambient);
    Outside outside = Outside.of(model);
    Loads loads = new Loads(model);
    // One stage for all: each starts from the solution before.
    CoolingStage stage = new CoolingStage();
    BinAnswers answers =
        new BinAnswers(bin -> {
          if (cancelled.getAsBoolean()) {
            throw new CancellationException();
          }
          Ambient then = ambient.withOutdoorC(bin.dryBulbC()).withWetBulbC(bin.wetBulbC());
          return pue(stage.solve(model, loads::heatW, then, cancelled), model, loads, then);
        });
    outside.learn(year.bins(), answers);
    List<Point> points = new ArrayList<>();
    double unanswered = 0;
    for (WeatherYear.Bin bin : year.bins()) {
      Optional<BinAnswers.Watts> w = answers.of(outside.classOf(bin), bin);
      if (w.isPresent()) {
        points.add(new Point(bin, sink.mode(bin), w.get().totalW(), w.get().itW()));
      } else {
        unanswered += bin.hours();
      }
    }
    List<FreeCooling.Weather> table =
        year.bins().stream()
            .map(b -> new FreeCooling.Weather(b.hours(), b.dryBulbC(), b.wetBulbC()))
            .toList();
    FreeCooling free =
        FreeCooling.of(table, sink.wet(), sink.approachK(), sink.supplyC(), sink.returnC());
    return Outcome.solved(
        new WeatherAnswer(year, points, free, sink, unanswered, ambient.carbonKgPerKWh()));
  }

  private static Optional<Pue> pue(
      Outcome<CoolingAnswer> cooling, SystemModel model, Loads loads, Ambient ambient) {
    return cooling
        .asOptional()
        .flatMap(c -> PowerStage.solve(model, loads, CoolingPower.of(c), ambient).pue());
  }

  /** The cooler or tower that comes nearest to the weather. */
  private static Sink sink(SystemModel model, Ambient ambient) {
    Optional<Sink> best = Optional.empty();
    boolean chilled = false;
    for (Instance i : model.instances()) {
      PartKind kind = i.part().kind();
      chilled |= kind == PartKind.CHILLER;
      if (kind != PartKind.DRY_COOLER && kind != PartKind.COOLING_TOWER) {
        continue;
      }
      boolean wet = kind == PartKind.COOLING_TOWER;
      double approachK = i.values().get(Property.APPROACH_K, wet ? 5 : 10);
      double supplyC = i.values().get(Property.SUPPLY_SET_C, ambient.facilityWaterC());
      double flowKgS = i.values().get(Property.RATED_FLOW, 0) * 1000;
      double rangeK = i.values().get(Property.CAPACITY_W, 0) / (flowKgS * 4180);
      double returnC = supplyC + (Double.isFinite(rangeK) ? rangeK : RANGE_K);
      Sink sink = new Sink(wet, approachK, supplyC, returnC, true);
      if (best.isEmpty() || (wet && !best.get().wet())) {
        best = Optional.of(sink);
      }
    }
    double supplyC = ambient.facilityWaterC();
    boolean drawn = chilled;
    return best.orElseGet(() -> new Sink(false, APPROACH_K, supplyC, supplyC + RANGE_K, drawn));
  }

  public double hours() {
    return points.stream().mapToDouble(p -> p.bin().hours()).sum();
  }

  public double energyMWh() {
    return points.stream().mapToDouble(p -> p.totalW() * p.bin().hours()).sum()
        * SECONDS_PER_HOUR
        / JOULES_PER_MWH;
  }

  public double itEnergyMWh() {
    return points.stream().mapToDouble(p -> p.itW() * p.bin().hours()).sum()
        * SECONDS_PER_HOUR
        / JOULES_PER_MWH;
  }

  /** All energy over that of computing: the mean by energy, as ISO/IEC 30134-2 counts it. */
  public double meanPue() {
    return itEnergyMWh() > 0 ? energyMWh() / itEnergyMWh() : 1;
  }

  public double worstPue() {
    return points.stream().mapToDouble(Point::pue).max().orElse(1);
  }

  public double carbonT() {
    return energyMWh() * carbonKgPerKWh;
  }
}
