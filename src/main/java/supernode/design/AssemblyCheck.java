package supernode.design;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import supernode.catalog.Catalog;
import supernode.catalog.Property;
import supernode.quantity.PlainText;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** The part of {@link DesignCheck} that looks into each assembly. */
final class AssemblyCheck {
  private static final String NAME = "[A-Za-z0-9_-]{1," + Bounds.MAX_NAME + "}";
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0," + (Bounds.MAX_NAME - 1) + "}";

  // Far beyond any drawing, and far below where adding a millimetre is lost to rounding.
  private static final double FARTHEST = 1e9;

  private final Design design;
  private final Optional<Catalog> library;
  private final List<Text> problems;

  AssemblyCheck(Design design, Optional<Catalog> library, List<Text> problems) {
    this.design = design;
    this.library = library;
    this.problems = problems;
  }

  void checkPlacements(String id, Assembly assembly) {
    if (!id.matches(ID)) {
      add("design.name", id);
    }
    requireName(problems, id, assembly.name());
    if (isPart(id) && library.isPresent()) {
      add("design.idTwice", id);
    }
    if (Math.max(assembly.placements().size(), assembly.wirings().size()) > Bounds.MAX_ENTRIES
        || assembly.exposes().size() > Bounds.MAX_ENTRIES) {
      add("design.entries", id, Bounds.MAX_ENTRIES);
    }
    if (!assembly.enclosure().isEmpty() && !isPart(assembly.enclosure())) {
      add("design.unknownPart", id, assembly.enclosure());
    }
    if (assembly.heightU() < 0 || assembly.heightU() > Bounds.MAX_RACK_U) {
      add("design.heightU", id, Bounds.MAX_RACK_U);
    }
    assembly.placements().forEach((name, p) -> checkPlacement(id + "." + name, name, p));
  }

  private void checkPlacement(String place, String name, Placement p) {
    if (!name.matches(NAME)) {
      add("design.name", place);
    }
    if (p.count() < 1 || p.count() > Bounds.MAX_COUNT) {
      add("design.count", place, p.count(), Bounds.MAX_COUNT);
    }
    boolean assembly = design.assemblies().containsKey(p.of());
    if (!assembly && !isPart(p.of())) {
      add("design.unknownPart", place, p.of());
    }
    // Whole trays and racks may stand by; all other values are those of parts.
    if (assembly && !Set.of(Property.SPARES).containsAll(p.overrides().keySet())) {
      add("design.valueOnAssembly", place);
    }
    p.overrides()
        .forEach((property, si) -> {
          if (!property.admits(si)) {
            problems.add(outOfBounds(place, property));
          }
        });
    switch (p.arrangement()) {
      case Arrangement.Slots(List<Integer> bottomU) -> {
        int most = Math.min(p.count(), Bounds.MAX_SLOTS);
        if (bottomU.size() > most) {
          add("design.slotCount", place, bottomU.size(), most);
        }
        if (bottomU.stream().anyMatch(u -> u < 1 || u > Bounds.MAX_RACK_U)) {
          add("design.slot", place, Bounds.MAX_RACK_U);
        }
      }
      case Arrangement.Grid grid -> {
        if (!isSane(grid)) {
          add("design.position", place, FARTHEST);
        }
      }
      case Arrangement.Circle(double x, double y, double radius, double width, double height) -> {
        boolean sane = radius >= 0 && radius <= FARTHEST;
        if (!sane || !isSane(new Arrangement.Grid(x, y, width, height, 1, 0))) {
          add("design.position", place, FARTHEST);
        }
      }
    }
  }

  /** Names are shown, printed and drawn, where a control character has no place. */
  static void requireName(List<Text> problems, String place, String name) {
    if (name.length() > Bounds.MAX_NAME) {
      problems.add(Text.of("design.nameLong", place, Bounds.MAX_NAME));
    }
    if (!PlainText.isLine(name)) {
      problems.add(Text.of("design.nameControl", place));
    }
  }

  static Text outOfBounds(String place, Property property) {
    return Text.of(
        "design.value",
        place,
        Text.of("property." + property.key()),
        new Quantity(property.toSi(property.min()), property.dimension()),
        new Quantity(property.toSi(property.max()), property.dimension()));
  }

  private static boolean isSane(Arrangement.Grid g) {
    return Math.abs(g.x()) <= FARTHEST
        && Math.abs(g.y()) <= FARTHEST
        && g.width() > 0
        && g.width() <= FARTHEST
        && g.height() > 0
        && g.height() <= FARTHEST
        && g.columns() >= 1
        && g.gap() >= 0
        && g.gap() <= FARTHEST;
  }

  void checkJoints(Places places, String id, Assembly assembly) {
    for (Wiring wiring : assembly.wirings()) {
      String place = id + ": " + (wiring.name().isEmpty() ? wiring.link() : wiring.name());
      requireName(problems, id, wiring.name());
      if (library.isPresent() && library.get().link(wiring.link()).isEmpty()) {
        add("design.unknownLink", place, wiring.link());
      }
      if (!(wiring.lengthM() >= 0) || wiring.lengthM() > Bounds.MAX_LENGTH_M) {
        add("design.length", place, Bounds.MAX_LENGTH_M);
      }
      int links = wiring.pattern().linksPerPair();
      if (links < 1 || links > Pattern.MAX_LINKS_PER_PAIR) {
        add("design.linksPerPair", place, links, Pattern.MAX_LINKS_PER_PAIR);
      }
      if (wiring.pattern() instanceof Pattern.EachToGroup g && g.size() < 1) {
        add("design.groupSize", place);
      }
      if (wiring.pattern() instanceof Pattern.Direct d) {
        d.network().problem().ifPresent(why -> add("design.network", place, why));
      }
      wiring.pattern().ends().forEach(end -> checkSelector(places, id, place, end));
    }
    assembly
        .exposes()
        .forEach((name, selectors) -> {
          String place = id + "." + name;
          if (!name.matches(NAME)) {
            add("design.name", place);
          }
          if (selectors.isEmpty()) {
            add("design.exposesNothing", place);
          }
          selectors.forEach(s -> checkSelector(places, id, place, s));
        });
  }

  private void checkSelector(Places places, String assembly, String place, Selector selector) {
    if (selector.steps().isEmpty()) {
      add("design.selector", selector.toString(), selector.port());
    } else {
      places.problem(assembly, place, selector).ifPresent(problems::add);
    }
  }

  // Without a library every id that is no assembly is taken for a part.
  private boolean isPart(String id) {
    return library.map(l -> l.part(id).isPresent()).orElse(!design.assemblies().containsKey(id));
  }

  private void add(String key, Object... values) {
    problems.add(Text.of(key, values));
  }
}
