package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import supernode.catalog.Part;
import supernode.design.Assembly;
import supernode.design.Placement;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Nested;
import supernode.figure.Reading;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;

/** The figures of assemblies under one overlay. */
final class Drawings {
  /** An assembly is drawn as such from this height of a rack unit or row on, else as a strip. */
  private static final double INSIDE_PX = 7;

  private static final double INSIDE_RACK_PX = 60;
  private static final double INSIDE_PACKAGE_PX = 34;

  /** Instances in one list of shapes; more are laid out in blocks that are made when seen. */
  private static final int MAX_CELLS = 400;

  /** A block is divided when it is so large, or its cells are. */
  private static final double BLOCK_PX = 40;

  private static final double CELL_PX = 6;
  private static final int COLOUR_STEPS = 48;

  private final Layout layout;
  private final SharedDrawings shared;
  private final Optional<Reading> reading;

  Drawings(Layout layout, SharedDrawings shared, Optional<Reading> reading) {
    this.layout = layout;
    this.shared = shared;
    this.reading = reading;
  }

  SharedDrawings shared() {
    return shared;
  }

  Figure of(Sheet sheet, Marks marks) {
    Box frame = sheet.frame();
    List<Shape> shapes = new ArrayList<>();
    shapes.add(layer(frame, shared.ground(sheet)));
    Assembly assembly = layout.design().assemblies().get(sheet.assembly());
    assembly
        .placements()
        .forEach((name, p) -> cells(sheet, name, p, 0, layout.drawn(p), marks, shapes));
    shapes.add(layer(frame, shared.top(sheet)));
    return Figure.of(frame, shapes);
  }

  private static Shape layer(Box frame, Nested nested) {
    // Lines and labels may reach beyond the frame.
    Box bounds = frame.inset(-frame.width(), -frame.height());
    return new Shape.Group(Transform.NONE, bounds, false, nested, "", Detail.ALWAYS);
  }

  private void cells(
      Sheet sheet, String name, Placement p, int first, int end, Marks marks, List<Shape> out) {
    if (end - first <= MAX_CELLS) {
      for (int i = first; i < end; i++) {
        instance(sheet, name, p, i, marks.child(name, i), out);
      }
      return;
    }
    int size = Math.ceilDiv(end - first, 16);
    for (int from = first; from < end; from += size) {
      block(sheet, name, p, from, Math.min(end, from + size), marks, out);
    }
  }

  private void block(
      Sheet sheet, String name, Placement p, int first, int end, Marks marks, List<Shape> out) {
    Box box = layout.cells(sheet, p, first, end);
    Ink far = ink(marks.worst(name, first, end), p.of());
    double least = layout.cell(sheet, p, first).least();
    double from =
        Math.min(
            Detail.atLeast(box.least(), BLOCK_PX).from(), Detail.atLeast(least, CELL_PX).from());
    Detail near = new Detail(from, Double.POSITIVE_INFINITY);
    out.add(new Shape.Rect(box, 0, Style.fill(far), "", new Detail(0, from)));
    Nested inner =
        Nested.later(() -> {
          List<Shape> shapes = new ArrayList<>();
          cells(sheet, name, p, first, end, marks, shapes);
          return Figure.of(box, shapes);
        });
    out.add(new Shape.Group(Transform.NONE, box, false, inner, "", near));
  }

  private void instance(
      Sheet sheet, String name, Placement p, int index, Marks marks, List<Shape> out) {
    Box cell = layout.cell(sheet, p, index);
    String tag = name + "[" + index + "]";
    if (layout.design().assemblies().containsKey(p.of())) {
      assembly(p, cell, tag, marks, out);
      return;
    }
    SharedDrawings.Face face =
        new SharedDrawings.Face(
            p.of(),
            cell.width(),
            cell.height(),
            !shared.placesMemory(sheet.assembly()),
            marks.failed(),
            tint(name, p.of(), marks.value()));
    Transform move = new Transform(1, cell.x(), cell.y());
    out.add(new Shape.Group(move, cell, false, shared.face(face), tag, Detail.ALWAYS));
  }

  private void assembly(Placement p, Box cell, String tag, Marks marks, List<Shape> out) {
    Assembly of = layout.design().assemblies().get(p.of());
    boolean rack = layout.rack(p.of()).isPresent();
    Optional<Part> chip =
        of.level() == Assembly.Level.PACKAGE ? shared.main(p.of()) : Optional.empty();
    double inside = rack ? INSIDE_RACK_PX : chip.isPresent() ? INSIDE_PACKAGE_PX : INSIDE_PX;
    Detail far = Detail.below(cell.least(), inside);
    if (chip.isPresent()) {
      out.add(chip(chip.get(), of, cell, tag, marks, far));
    } else {
      Box strip = cell.inset(0.04 * cell.least());
      Style style = Style.fill(ink(marks.worst(), p.of()));
      out.add(new Shape.Rect(strip, 0.1 * cell.least(), style, tag, far));
    }
    Sheet sheet = layout.sheet(p.of(), cell);
    Nested inner =
        marks == Marks.NONE
            ? shared.plain(sheet, () -> of(sheet, Marks.NONE))
            : Nested.later(() -> of(sheet, marks));
    Detail near = Detail.atLeast(cell.least(), inside);
    Transform into = Transform.fit(sheet.frame(), cell);
    out.add(new Shape.Group(into, cell, true, inner, tag, near));
    if (marks.failed()) {
      failed(cell, tag, out);
    }
  }

  /** From far a package has the face of its chip, with the memory around it. */
  private Shape chip(Part chip, Assembly of, Box cell, String tag, Marks marks, Detail far) {
    boolean failed =
        of.placements().entrySet().stream()
            .filter(e -> e.getValue().of().equals(chip.id()))
            .anyMatch(e -> marks.child(e.getKey(), 0).failed());
    SharedDrawings.Face face =
        new SharedDrawings.Face(
            chip.id(), cell.width(), cell.height(), true, failed, overlay(marks.worst()));
    Transform move = new Transform(1, cell.x(), cell.y());
    return new Shape.Group(move, cell, false, shared.face(face), tag, far);
  }

  private static void failed(Box cell, String tag, List<Shape> out) {
    Style veil = Style.fill(Ink.of(ColorRole.PANEL, 0.7)).outlined(ColorRole.ERROR, 1.5);
    out.add(new Shape.Rect(cell, 0.06 * cell.least(), veil, tag, Detail.ALWAYS));
    Style stroke = Style.line(ColorRole.ERROR, 2);
    out.add(
        new Shape.Line(
            cell.x(), cell.y(), cell.right(), cell.bottom(), stroke, tag, Detail.ALWAYS));
  }

  // A manifold serves one side of the loop; its placement's name says which.
  private Ink tint(String name, String of, OptionalDouble value) {
    Ink measured = overlay(value);
    if (!measured.isNone() || !shared.isPiping(of)) {
      return measured;
    }
    return name.contains("return")
        ? Ink.of(ColorRole.COOLANT_RETURN)
        : name.contains("supply") ? Ink.of(ColorRole.COOLANT_SUPPLY) : measured;
  }

  private Ink ink(OptionalDouble worst, String of) {
    Ink measured = overlay(worst);
    return measured.isNone() ? Ink.of(shared.role(of)) : measured;
  }

  // In steps, so that instances of nearly the same value share a face.
  private Ink overlay(OptionalDouble value) {
    if (reading.isEmpty() || value.isEmpty()) {
      return Ink.NONE;
    }
    Reading r = reading.get();
    double step = Math.rint(r.fraction(value.getAsDouble()) * COLOUR_STEPS) / COLOUR_STEPS;
    return new Ink.Measured(r.scale(), step);
  }
}
