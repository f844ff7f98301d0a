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
 * shows that drawing in its cell: a rack keeps its shape there, what is smaller fills the cell. The
 * drawing of the assembly that is looked into is the world.
 *
 * <p>Not safe for several threads at once.
 */
public final class Layout {
  /** Slots of a rack whose enclosure names none: a full-height rack. */
  private static final int DEFAULT_SLOTS_U = 48;

  private static final int MAX_SLOTS_U = 1000;

  /** A tray as it is looked into: as wide as it is, its depth foreshortened. */
  private static final Box TRAY = new Box(0, 0, 482.6, 200);

  /** Sheets that differ by less are the same. */
  private static final double SAME = 1.0 / 256;

  private final Design design;
  private final Catalog library;
  private final Map<String, Box> drawings = new HashMap<>();
  private final Map<String, Optional<RackGrid>> racks = new HashMap<>();
  private final Map<String, Optional<Bath>> baths = new HashMap<>();

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

  /** The tub of an assembly; empty when it is no immersion tank. */
  Optional<Bath> bath(String assembly) {
    Optional<Bath> known = baths.get(assembly);
    if (known == null) {
      Assembly a = design.assemblies().get(assembly);
      known = Bath.of(a, library, p -> cells(assembly, p));
      baths.put(assembly, known);
    }
    return known;
  }

  private Optional<RackGrid> slots(String assembly) {
    Assembly a = design.assemblies().get(assembly);
    if (bath(assembly).isPresent()) {
      return Optional.empty();
    }
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
    Map<Integer, Double> taken = new HashMap<>();
    for (Placement p : a.placements().values()) {
      if (p.arrangement() instanceof Arrangement.Slots(List<Integer> bottoms)) {
        double height =
            design.assemblies().containsKey(p.of()) ? RackGrid.UNIT : RackGrid.PART_UNIT;
        for (int u : bottoms) {
          for (int k = 0; k < heightU(p.of()) && u + k <= MAX_SLOTS_U; k++) {
            taken.merge(u + k, height, Math::max);
          }
        }
      }
    }
    int highest = taken.keySet().stream().mapToInt(u -> u).max().orElse(1);
    int slotsU = Math.max((int) Math.min(stated, MAX_SLOTS_U), highest);
    double free = RackGrid.freeHeight((double) taken.size() / slotsU);
    return Optional.of(new RackGrid(slotsU, taken, free));
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
      case Arrangement.Circle(double x, double y, double r, double width, double height) -> {
        double angle = 2 * Math.PI * index / placement.count();
        yield new Box(
            x + r * Math.sin(angle) - width / 2,
            y - r * Math.cos(angle) - height / 2,
            width,
            height);
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
    Optional<Bath> bath = bath(id);
    if (bath.isPresent()) {
      return bath.get().tub().inset(-0.03 * bath.get().tub().least()).union(cells);
    }
    // A tray keeps its frame as long as everything fits in.
    boolean tray = a.placements().isEmpty() || a.heightU() > 0;
    if (tray && TRAY.contains(cells)) {
      return TRAY;
    }
    return cells.inset(
        -0.06 * Math.max(cells.least(), 0.1 * Math.max(cells.width(), cells.height())));
  }

  /** The assembly's own drawing. */
  Sheet sheet(String assembly) {
    return new Sheet(assembly, drawing(assembly));
  }

  /** The drawing of an assembly that is placed in a cell. */
  Sheet sheet(String assembly, Box cell) {
    Box own = drawing(assembly);
    if (rack(assembly).isPresent() || bath(assembly).isPresent() || isLargerThanARack(assembly)) {
      return new Sheet(assembly, own);
    }
    double scale = Transform.fit(own, cell).scale();
    return new Sheet(
        assembly,
        new Box(own.x(), own.y(), rounded(cell.width() / scale), rounded(cell.height() / scale)));
  }

  private static double rounded(double length) {
    return Math.rint(length / SAME) * SAME;
  }

  private boolean isLargerThanARack(String assembly) {
    Assembly.Level level = design.assemblies().get(assembly).level();
    return level.compareTo(Assembly.Level.RACK) > 0;
  }

  /** The cell of one instance on a sheet. */
  Box cell(Sheet sheet, Placement placement, int index) {
    return sheet.of(cell(sheet.assembly(), placement, index), drawing(sheet.assembly()));
  }

  Box cells(Sheet sheet, Placement placement, int first, int end) {
    return sheet.of(cells(sheet.assembly(), placement, first, end), drawing(sheet.assembly()));
  }

  /**
   * Where an instance lies; empty when there is none.
   *
   * @param from instance whose drawing is the world; the path leads through it
   */
  public Optional<Box> box(InstancePath from, InstancePath path) {
    return walk(from, path).map(Spot::box);
  }

  /** Where an instance lies in the root's drawing. */
  public Optional<Box> box(InstancePath path) {
    return box(InstancePath.ROOT, path);
  }

  /** From the drawing that is in the cell at a path to the world; empty when none stands there. */
  public Optional<Transform> toWorld(InstancePath from, InstancePath path) {
    return walk(from, path).filter(s -> s.sheet().isPresent()).map(Spot::inner);
  }

  /** The assembly that stands at a path. */
  public Optional<String> assemblyAt(InstancePath path) {
    return walk(InstancePath.ROOT, path).flatMap(Spot::sheet).map(Sheet::assembly);
  }

  private record Spot(Box box, Transform inner, Optional<Sheet> sheet) {}

  private Optional<Spot> walk(InstancePath from, InstancePath path) {
    if (!path.isWithin(from)) {
      return Optional.empty();
    }
    Spot spot = new Spot(drawing(design.root()), Transform.NONE, Optional.of(sheet(design.root())));
    for (int depth = 0; depth <= path.steps().size(); depth++) {
      if (depth == from.steps().size() && spot.sheet().isPresent()) {
        Sheet whole = sheet(spot.sheet().get().assembly());
        spot = new Spot(whole.frame(), Transform.NONE, Optional.of(whole));
      }
      if (depth < path.steps().size()) {
        Optional<Spot> next = step(spot, path.steps().get(depth));
        if (next.isEmpty()) {
          return next;
        }
        spot = next.get();
      }
    }
    return Optional.of(spot);
  }

  private Optional<Spot> step(Spot around, InstancePath.Step step) {
    if (around.sheet().isEmpty()) {
      return Optional.empty();
    }
    Sheet sheet = around.sheet().get();
    Placement p = design.assemblies().get(sheet.assembly()).placements().get(step.placement());
    if (p == null || step.index() >= p.count()) {
      return Optional.empty();
    }
    Box cell = cell(sheet, p, step.index());
    Box box = around.inner().of(cell);
    if (!design.assemblies().containsKey(p.of())) {
      return Optional.of(new Spot(box, Transform.NONE, Optional.empty()));
    }
    Sheet inner = sheet(p.of(), cell);
    Transform into = around.inner().after(Transform.fit(inner.frame(), cell));
    return Optional.of(new Spot(box, into, Optional.of(inner)));
  }
}
