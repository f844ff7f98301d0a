package supernode.catalog.browse;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import supernode.catalog.Confidence;
import supernode.catalog.Origin;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;

/**
 * A group of ports as it stands in the fields of a form. Of ports that carry no signal the count
 * alone is asked for.
 *
 * @param rate of one port, one way; blank where it carries no signal
 * @param source where count and rate come from
 */
public record DraftPort(
    PortSpec before, String count, String rate, Confidence confidence, String source) {
  private static final int MOST = 100_000;

  static DraftPort of(PortSpec port) {
    String rate =
        port.type() instanceof PortType.Signal s
            ? QuantityFormat.format(s.rateBytesPerS(), Dimension.BANDWIDTH)
            : "";
    return new DraftPort(
        port,
        Integer.toString(port.count()),
        rate,
        port.origin().map(Origin::confidence).orElse(Confidence.USER),
        port.origin().map(Origin::source).orElse(""));
  }

  public boolean isSignal() {
    return before.type() instanceof PortType.Signal;
  }

  public DraftPort typed(String nextCount, String nextRate) {
    if (nextCount.equals(count) && nextRate.equals(rate)) {
      return this;
    }
    DraftPort old = of(before);
    if (nextCount.strip().equals(old.count) && nextRate.strip().equals(old.rate)) {
      return old;
    }
    return source.equals(old.source)
        ? new DraftPort(before, nextCount, nextRate, Draft.typed(), "")
        : new DraftPort(before, nextCount, nextRate, confidence, source);
  }

  public DraftPort withSource(String next) {
    return new DraftPort(before, count, rate, confidence, next);
  }

  void check(String field, Map<String, Text> problems) {
    if (wholeCount().isEmpty()) {
      problems.put(field + " count", Text.of("own.port.count", MOST));
    }
    if (isSignal() && rateBytesPerS().isEmpty()) {
      problems.put(field + " rate", Text.of("own.port.rate"));
    }
    boolean changed = !count.strip().equals(of(before).count) || !rate.equals(of(before).rate);
    if (isSignal() && changed && source.isBlank()) {
      problems.put(field + " source", Text.of("own.source"));
    }
  }

  private OptionalInt wholeCount() {
    try {
      int n = Integer.parseInt(count.strip());
      return n >= 1 && n <= MOST ? OptionalInt.of(n) : OptionalInt.empty();
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  private OptionalDouble rateBytesPerS() {
    if (rate.strip().equals(of(before).rate) && before.type() instanceof PortType.Signal s) {
      return OptionalDouble.of(s.rateBytesPerS());
    }
    try {
      double si = QuantityFormat.parse(rate, Dimension.BANDWIDTH);
      return si > 0 ? OptionalDouble.of(si) : OptionalDouble.empty();
    } catch (QuantityException _) {
      return OptionalDouble.empty();
    }
  }

  PortSpec port() {
    PortType type =
        before.type() instanceof PortType.Signal(String protocol, int lanes, double _)
            ? new PortType.Signal(protocol, lanes, rateBytesPerS().orElseThrow())
            : before.type();
    Optional<Origin> origin =
        source.isBlank()
            ? Optional.empty()
            : Optional.of(
                new Origin(
                    confidence,
                    source.strip(),
                    before
                        .origin()
                        .filter(o -> o.source().equals(source))
                        .map(Origin::note)
                        .orElse("")));
    return new PortSpec(before.name(), type, wholeCount().orElseThrow(), origin);
  }
}
