package supernode.figure.drawing;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import supernode.analysis.Analysis;
import supernode.analysis.Failures;
import supernode.analysis.LinkLoads;
import supernode.analysis.Overlay;
import supernode.analysis.OverlayValues;
import supernode.analysis.PipeFlows;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Scenario;
import supernode.figure.Box;
import supernode.figure.Figure;
import supernode.figure.Pen;
import supernode.figure.Reading;
import supernode.figure.Scale;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

/**
 * A design as a drawing: its assemblies within each other, parts with their faces, links and pipes,
 * what has failed, and measured values as colours. Colours are roles and scales; a palette comes in
 * when it is painted.
 *
 * <p>Nothing is unrolled: the figure of an assembly is made when it is looked into, and instances
 * that are alike share one, so that a design of a million chips costs what is seen of it. From far
 * an assembly is one strip in the colour of its worst value.
 *
 * <p>Tags of its shapes are instance paths; {@code path:port} is a port and {@code path.#3} the
 * fourth wiring of the assembly at the path, see {@link Tag}.
 */
public final class DesignFigure {
  private final Layout layout;
  private final Drawings drawings;
  private final Optional<Reading> reading;
  private final LinkLoads loads;
  private final PipeFlows pipes;
  private final Failures failures;
  private final Marks marks;
  private final InstancePath at;
  private final Figure figure;

  private DesignFigure(
      Layout layout,
      SharedDrawings shared,
      Optional<Reading> reading,
      LinkLoads loads,
      PipeFlows pipes,
      Failures failures,
      Marks marks,
      InstancePath at) {
    this.layout = layout;
    this.reading = reading;
    this.loads = loads;
    this.pipes = pipes;
    this.failures = failures;
    this.marks = marks;
    this.at = at;
    this.drawings = new Drawings(layout, shared, reading);
    String assembly = layout.assemblyAt(at).orElse(layout.design().root());
    Figure drawn = drawings.of(layout.sheet(assembly), marks.at(at));
    this.figure = told(drawn);
  }

  private Figure told(Figure drawn) {
    boolean loaded = reading.isPresent() && loads != LinkLoads.NONE;
    if (!loaded && pipes == PipeFlows.NONE && failures.isEmpty()) {
      return drawn;
    }
    String path = at.toString();
    Optional<Reading> warmth = reading.filter(r -> r.dimension() == Dimension.TEMPERATURE);
    return drawn.drawnBy(pen -> {
      Pen all = loaded ? new LoadedLines(pen, path, reading.get(), loads) : pen;
      Pen piped = pipes == PipeFlows.NONE ? all : new PipeLines(all, path, warmth, pipes);
      return failures.isEmpty() ? piped : new FailedLines(piped, path, failures);
    });
  }

  /**
   * The structure alone.
   *
   * @param library the catalogue as the design sees it, see {@link Design#library}
   */
  public static DesignFigure of(Design design, Catalog library) {
    Layout layout = new Layout(design, library);
    return new DesignFigure(
        layout,
        new SharedDrawings(layout),
        Optional.empty(),
        LinkLoads.NONE,
        PipeFlows.NONE,
        Failures.NONE,
        Marks.NONE,
        InstancePath.ROOT);
  }

  /**
   * The design as an overlay shows it.
   *
   * @param analysis where the values come from; without one the structure is shown
   * @param scenario name of the scenario whose faults are struck through
   */
  public static DesignFigure of(
      Design design,
      Catalog library,
      Optional<Analysis> analysis,
      Overlay overlay,
      String scenario) {
    Set<String> faults = design.scenarios().getOrDefault(scenario, Scenario.DEFAULT).faults();
    PipeFlows pipes = analysis.map(Analysis::pipes).orElse(PipeFlows.NONE);
    Failures failures =
        analysis
            .filter(a -> a.scenario().equals(scenario))
            .map(Analysis::failures)
            .orElse(Failures.NONE);
    return of(design, library)
        .showing(analysis.flatMap(a -> a.overlay(overlay)), pipes, faults, failures);
  }

  /**
   * The same design with other colours and faults; what they do not touch is not made anew.
   *
   * @param values colours by instance; empty for the structure alone
   * @param pipes what pipes carry, told by their thickness
   * @param faults instance paths of what the scenario fails
   * @param failures what else is down
   */
  public DesignFigure showing(
      Optional<OverlayValues> values,
      PipeFlows pipes,
      Collection<String> faults,
      Failures failures) {
    Set<String> failed = new TreeSet<>(faults);
    failed.addAll(failures.parts());
    Marks next = Marks.of(values.map(OverlayValues::byPlace).orElse(Map.of()), failed);
    LinkLoads links = values.map(OverlayValues::links).orElse(LinkLoads.NONE);
    return new DesignFigure(
        layout,
        drawings.shared(),
        values.map(DesignFigure::reading),
        links,
        pipes,
        failures,
        next,
        at);
  }

  /** The drawing of one instance of an assembly, as it is looked into. */
  public DesignFigure inside(InstancePath path) {
    return new DesignFigure(
        layout, drawings.shared(), reading, loads, pipes, failures, marks, path);
  }

  /** The instance that is looked into; what lies in it is drawn, tags are relative to it. */
  public InstancePath at() {
    return at;
  }

  /** Where an instance lies in this drawing; empty when it is not in what is looked into. */
  public Optional<Box> box(InstancePath path) {
    return layout.box(at, path);
  }

  /** The whole drawing, in the units of the assembly that is looked into. */
  public Figure figure() {
    return figure;
  }

  /** One of the design's assemblies alone, in its own units; without faults. */
  public Figure inside(String assembly) {
    return drawings.of(layout.sheet(assembly), Marks.NONE);
  }

  /** What is framed when all is shown. */
  public Box bounds() {
    return figure.bounds();
  }

  /** Where the instances lie. */
  public Layout layout() {
    return layout;
  }

  /** What the colours mean; empty where only the structure is shown. */
  public Optional<Reading> reading() {
    return reading;
  }

  private static Reading reading(OverlayValues v) {
    Scale scale =
        switch (v.overlay()) {
          case STRUCTURE, UTILISATION -> Scale.UTILISATION;
          case TEMPERATURE -> Scale.TEMPERATURE;
          case POWER -> Scale.POWER;
        };
    String key = "drawing." + v.overlay().name().toLowerCase(Locale.ROOT);
    return new Reading(Text.of(key), scale, v.dimension(), v.min(), v.max());
  }
}
