package supernode.interop.epanet;

import java.util.Arrays;
import java.util.Optional;

/** Sections of the format. A header is known by its first four letters, as in EPANET. */
enum Section {
  TITLE(false),
  JUNCTIONS(true),
  RESERVOIRS(true),
  TANKS(true),
  PIPES(true),
  PUMPS(true),
  VALVES(true),
  CONTROLS(true),
  RULES(true),
  DEMANDS(true),
  SOURCES(false),
  EMITTERS(true),
  PATTERNS(true),
  CURVES(true),
  QUALITY(false),
  STATUS(true),
  ENERGY(false),
  REACTIONS(false),
  MIXING(false),
  REPORT(false),
  TIMES(true),
  OPTIONS(true),
  COORDINATES(true),
  VERTICES(false),
  LABELS(false),
  BACKDROP(false),
  TAGS(false),
  LEAKAGE(true),
  END(false);

  private final boolean read;

  Section(boolean read) {
    this.read = read;
  }

  /** Whether it bears on flow. */
  boolean read() {
    return read;
  }

  static Optional<Section> of(String header) {
    String name = header.toUpperCase(java.util.Locale.ROOT);
    return Arrays.stream(values())
        .filter(s -> name.startsWith(s.name().substring(0, Math.min(4, s.name().length()))))
        .findFirst();
  }
}
