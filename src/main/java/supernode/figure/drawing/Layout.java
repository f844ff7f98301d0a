package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.catalog.Catalog;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.figure.Box;
import supernode.figure.Transform;

/**
 * Where the instances of a design lie. Every assembly has a drawing of its own; an instance of it
 * shows that drawing scaled uniformly into its cell, and the root's drawing is the world.
 *
 * <p>Not safe for several threads at once.
 */
public final class Layout {
  /** Slots of a rack whose enclosure names none: a full-height rack. */
  private static final int DEFAULT_SLOTS_U = 48;

  private final Design design;
  private final Catalog library;
  private final Map<String, Box> drawings = new HashMap<>();
  private final Map<String, Optional<RackGrid>> racks = new HashMap<>();

  /**
   * @param library the catalogue as the design sees it
   */
  public Layout(Design design, Catalog library) {
    this.design = design;
    this.library = library;
  }

  public Design design() {
    return design;
  }

  public Catalog library() {
    return library;
  }

  /** The slots of an assembly; empty when it is no rack. */
  public Optional<RackGrid> rack(String assembly) {
    Optional<RackGrid> known = racks.get(assembly);
    if (known == null) {
      known = slots(assembly);
      racks.put(assembly, known);
    }
    return known;
  }

  private Optional<RackGrid> slots(String assembly) {
    Assembly a = design.assemblies().get(assembly);
    boolean slots =
        a.placements().values().stream()
            .anyMatch(p -> p.arrangement() instanceof Arrangement.Slots);
    if (!slots && a.level() != Assembly.Level.RACK) {
      return Optional.empty();
    }
    double stated =
        library
            .part(a.enclosure())
            .map(e -> e.values().get(Property.SLOTS_U, DEFAULT_SLOTS_U))
            .orElse((double) DEFAULT_SLOTS_U);
    int highest = 1;
    for (Placement p : a.placements().values()) {
      if (p.arrangement() instanceof Arrangement.Slots(List<Integer> bottoms)) {
        for (int u : bottoms) {
          highest = Math.max(highest, u + heightU(p.of()) - 1);
        }
      }
    }
    return Optional.of(new RackGrid(Math.max((int) stated, Math.min(highest, 1000))));
  }

  /** Rack units of a part or assembly, at least 1. */
  public int heightU(String of) {
    Assembly a = design.assemblies().get(of);
    double stated =
        a != null
            ? a.heightU()
            : library.part(of).map(p -> p.values().get(Property.HEIGHT_U, 1)).orElse(1.0);
    return (int) Math.max(1, Math.ceil(stated));
  }

  /** The cell of one instance in the drawing of its assembly. */
  public Box cell(String assembly, Placement placement, int index) {
    return switch (placement.arrangement()) {
      case Arrangement.Grid g -> {
        int columns = Math.max(1, g.columns());
        double x = g.x() + index % columns * (g.width() + g.gap());
        int row = index / columns;
        double y = g.y() + row * (g.height() + g.gap());
        yield new Box(x, y, g.width(), g.height());
      }
      case Arrangement.Slots(List<Integer> bottoms) -> {
        RackGrid rack = rack(assembly).orElseThrow();
        int u = index < bottoms.size() ? bottoms.get(index) : rack.slotsU() + 1;
        yield rack.slot(u, heightU(placement.of()));
      }
    };
  }

  /** The box around all instances of a placement. */
  public Box cells(String assembly, Placement placement) {
    return cells(assembly, placement, 0, drawn(placement));
  }

  /** How many instances have a place of their own: without a slot they lie one on another. */
  int drawn(Placement placement) {
    return placement.arrangement() instanceof Arrangement.Slots(List<Integer> bottoms)
        ? Math.min(placement.count(), bottoms.size() + 1)
        : placement.count();
  }

  /** The box around some instances of a placement. */
  Box cells(String assembly, Placement placement, int first, int end) {
    if (placement.arrangement() instanceof Arrangement.Grid g) {
      int columns = Math.max(1, g.columns());
      Box box = cell(assembly, placement, first).union(cell(assembly, placement, end - 1));
      if (first / columns == (end - 1) / columns) {
        return box;
      }
      // More than one row: it begins at the first column and reaches the last.
      int rowEnd = Math.min(end, (first / columns + 1) * columns) - 1;
      int rowStart = (end - 1) / columns * columns;
      return box.union(cell(assembly, placement, rowEnd))
          .union(cell(assembly, placement, rowStart));
    }
    List<Box> all = new ArrayList<>();
    for (int i = first; i < end; i++) {
      all.add(cell(assembly, placement, i));
    }
    return Box.around(all);
  }

  /** The frame of an assembly's own drawing. */
  public Box drawing(String assembly) {
    Box known = drawings.get(assembly);
    if (known == null) {
      known = frame(assembly);
      drawings.put(assembly, known);
    }
    return known;
  }

  private Box frame(String id) {
    Assembly a = design.assemblies().get(id);
    Box cells = Box.around(a.placements().values().stream().map(p -> cells(id, p)).toList());
    Optional<RackGrid> rack = rack(id);
    if (rack.isPresent()) {
      Box outline = rack.get().outline();
      return a.placements().isEmpty() ? outline : outline.union(cells);
    }
    // What is mounted keeps the shape of its slot as long as everything fits in.
    Box slot = new Box(0, 0, RackGrid.SLOT_WIDTH, Math.max(1, a.heightU()) * RackGrid.UNIT);
    if (a.placements().isEmpty() || (a.heightU() > 0 && slot.contains(cells))) {
      return slot;
    }
    return cells.inset(
        -0.06 * Math.max(cells.least(), 0.1 * Math.max(cells.width(), cells.height())));
  }

  /** From the drawing of a placed assembly to the drawing around it. */
  public Transform inside(String assembly, Placement placement, int index) {
    return Transform.fit(drawing(placement.of()), cell(assembly, placement, index));
  }

  /** Where an instance lies in the world; empty when there is none. */
  public Optional<Box> box(InstancePath path) {
    return walk(path).map(Spot::box);
  }

  /** From the drawing of the assembly at a path to the world; empty when none stands there. */
  public Optional<Transform> toWorld(InstancePath path) {
    return walk(path).filter(s -> !s.assembly().isEmpty()).map(Spot::inner);
  }

  private record Spot(Box box, Transform inner, String assembly) {}

  private Optional<Spot> walk(InstancePath path) {
    Spot spot = new Spot(drawing(design.root()), Transform.NONE, design.root());
    for (InstancePath.Step step : path.steps()) {
      Assembly a = design.assemblies().get(spot.assembly());
      Placement p = a == null ? null : a.placements().get(step.placement());
      if (p == null || step.index() >= p.count()) {
        return Optional.empty();
      }
      Box box = spot.inner().of(cell(spot.assembly(), p, step.index()));
      boolean nested = design.assemblies().containsKey(p.of());
      Transform inner =
          nested ? spot.inner().after(inside(spot.assembly(), p, step.index())) : Transform.NONE;
      spot = new Spot(box, inner, nested ? p.of() : "");
    }
    return Optional.of(spot);
  }
}
