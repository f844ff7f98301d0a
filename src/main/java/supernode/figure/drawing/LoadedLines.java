package supernode.figure.drawing;

import supernode.analysis.LinkLoad;
import supernode.analysis.LinkLoads;
import supernode.figure.Pen;
import supernode.figure.Reading;
import supernode.figure.Shape;
import supernode.figure.Transform;

/** Draws links in the colour of what they carry; the drawings of equal assemblies stay shared. */
final class LoadedLines extends PassingPen {
  /** Hairlines are too many to have edges. */
  private static final double EDGED_PX = 1;

  private final Reading reading;
  private final LinkLoads loads;

  LoadedLines(Pen pen, String at, Reading reading, LinkLoads loads) {
    super(pen, at);
    this.reading = reading;
    this.loads = loads;
  }

  @Override
  protected void drawLine(Shape line, Tag tag, Transform pixels) {
    LinkLoad load = loads.of(tag.line()).orElse(null);
    if (load == null) {
      pass(line, pixels);
      return;
    }
    double width = style(line).strokePx(pixels.scale());
    if (width >= EDGED_PX) {
      edge(line, width, pixels);
    }
    pass(with(line, reading.ink(load.busiest()), width), pixels);
  }
}
