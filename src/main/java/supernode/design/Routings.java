package supernode.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The routings as they are when nothing else is said. */
public final class Routings {
  /** Of a fabric that says nothing. */
  public static final Routing DEFAULT = new Routing.EqualCost();

  /** By their names in files. */
  public static final SequencedMap<String, Routing> BY_KEY = byKey();

  private Routings() {}

  private static SequencedMap<String, Routing> byKey() {
    SequencedMap<String, Routing> all = new LinkedHashMap<>();
    Stream.of(
            DEFAULT,
            new Routing.HashedEqualCost(1),
            new Routing.DimensionOrder(List.of()),
            new Routing.UpDown(),
            new Routing.Minimal(0),
            new Routing.Valiant(new Routing.EqualCost()),
            new Routing.Adaptive(new Routing.EqualCost()),
            new Routing.RailAware(0),
            new Routing.PlaneStriping())
        .forEach(r -> all.put(r.key(), r));
    return Collections.unmodifiableSequencedMap(all);
  }
}
