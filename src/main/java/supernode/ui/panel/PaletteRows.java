package supernode.ui.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.design.Placement;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.ui.canvas.PaletteItem;

/** What the palette lists: the design's own assemblies, then the catalogue by category. */
final class PaletteRows {
  static final String OWN = "own";
  private static final String COOLING = "cooling";
  private static final String PIPES = "pipes";

  private static final Map<String, Set<PartKind>> CATEGORIES = categories();

  private final Map<String, List<PaletteRow.Entry>> entries = new LinkedHashMap<>();
  private final Messages messages;

  PaletteRows(Names names, Messages messages) {
    this.messages = messages;
    entries.put(OWN, assemblies(names));
    CATEGORIES.forEach((key, kinds) -> {
      List<PaletteRow.Entry> list = new ArrayList<>();
      for (Part part : names.library().parts().values()) {
        if (kinds.contains(part.kind())) {
          PaletteItem item = new PaletteItem(part.id(), false, part.name());
          list.add(
              new PaletteRow.Entry(
                  item, KeyFigures.of(part, messages), new PaletteRow.Face.OfPart(part)));
        }
      }
      entries.put(key, list);
      if (key.equals(COOLING)) {
        entries.put(PIPES, pipes(names));
      }
    });
  }

  /** Types of link that are drawn from fluid port to fluid port. */
  private static List<PaletteRow.Entry> pipes(Names names) {
    List<PaletteRow.Entry> list = new ArrayList<>();
    for (LinkType type : names.library().links().values()) {
      if (type.family() == LinkType.Family.FLUID) {
        String bore =
            type.values()
                .find(Property.INNER_DIAMETER_M)
                .map(v -> QuantityFormat.format(v.value(), Dimension.LENGTH))
                .orElse("");
        list.add(
            new PaletteRow.Entry(
                new PaletteItem(type.id(), false, type.name()),
                bore,
                new PaletteRow.Face.OfLink(type)));
      }
    }
    return list;
  }

  /** How many things can be placed. */
  int size() {
    return entries.values().stream().mapToInt(List::size).sum();
  }

  /** All by category; the closed ones show their heading only. */
  List<PaletteRow> browse(Set<String> closed) {
    List<PaletteRow> rows = new ArrayList<>();
    entries.forEach((key, list) -> {
      if (!list.isEmpty()) {
        boolean open = !closed.contains(key);
        rows.add(new PaletteRow.Category(key, list.size(), open));
        if (open) {
          rows.addAll(list);
        }
      }
    });
    return rows;
  }

  /** What answers a query, best first. */
  List<PaletteRow> search(String query) {
    record Hit(PaletteRow.Entry entry, int score) {}

    return entries.values().stream()
        .flatMap(List::stream)
        .map(e -> new Hit(e, Ranking.score(query, e.item().label(), others(e))))
        .filter(h -> h.score() > 0)
        .sorted(Comparator.comparingInt(Hit::score).reversed())
        .map(h -> (PaletteRow) h.entry())
        .toList();
  }

  private List<String> others(PaletteRow.Entry entry) {
    List<String> texts = new ArrayList<>(List.of(entry.item().of(), entry.figures()));
    if (entry.face() instanceof PaletteRow.Face.OfPart(Part part)) {
      texts.add(part.vendor());
      texts.add(part.kind().key());
      texts.add(messages.say("kind." + part.kind().key()));
    }
    return texts;
  }

  private static List<PaletteRow.Entry> assemblies(Names names) {
    List<PaletteRow.Entry> list = new ArrayList<>();
    for (String id : names.design().assemblies().keySet()) {
      if (!id.equals(names.design().root())) {
        PaletteItem item = new PaletteItem(id, true, names.of(id));
        String holds = KeyFigures.of(names.design(), id, names);
        list.add(new PaletteRow.Entry(item, holds, face(names, id)));
      }
    }
    return list;
  }

  // A package looks like its chip.
  private static PaletteRow.Face face(Names names, String id) {
    Assembly assembly = names.design().assemblies().get(id);
    if (assembly.level() == Assembly.Level.PACKAGE) {
      for (Placement p : assembly.placements().values()) {
        Optional<Part> part = names.library().part(p.of());
        if (p.count() == 1 && part.isPresent()) {
          return new PaletteRow.Face.OfPart(part.get());
        }
      }
    }
    return new PaletteRow.Face.OfAssembly(assembly.level());
  }

  private static Map<String, Set<PartKind>> categories() {
    Map<String, Set<PartKind>> map = new LinkedHashMap<>();
    map.put("accelerators", EnumSet.of(PartKind.ACCELERATOR));
    map.put("processors", EnumSet.of(PartKind.CPU));
    map.put("memory", EnumSet.of(PartKind.HBM_STACK, PartKind.MEMORY_POOL));
    map.put("network", EnumSet.range(PartKind.NIC, PartKind.TRANSCEIVER));
    map.put(COOLING, EnumSet.range(PartKind.COLD_PLATE, PartKind.CHILLER));
    map.put("power", EnumSet.range(PartKind.POWER_SHELF, PartKind.POWER_CONVERTER));
    map.put("enclosures", EnumSet.of(PartKind.ENCLOSURE));
    return map;
  }
}
