package supernode.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import supernode.analysis.Failures;
import supernode.analysis.LinkLine;
import supernode.analysis.Overlay;
import supernode.analysis.OverlayValues;
import supernode.analysis.PipeFlow;
import supernode.analysis.PipeFlows;
import supernode.analysis.SampleAnalysis;
import supernode.design.InstancePath;
import supernode.figure.Ink;
import supernode.figure.Pen;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.Transform;
import supernode.figure.View;
import supernode.quantity.Dimension;

class PipeLinesTest {
  private static final DesignFigure TRAY =
      DesignFigure.of(SampleAnalysis.design("gb200-nvl72"), SampleAnalysis.CATALOG)
          .inside(InstancePath.parse("compute[0]"));

  /** Every line of a wiring carries so much, at so many degrees. */
  private static PipeFlows flows(double m3S, double outletC) {
    return new PipeFlows() {
      @Override
      public Optional<PipeFlow> of(LinkLine line) {
        return Optional.of(new PipeFlow(1, m3S, outletC, outletC, Optional.empty()));
      }

      @Override
      public double mostM3S(String at) {
        return 1e-3;
      }
    };
  }

  private static List<Shape> drawn(DesignFigure figure) {
    List<Shape> shapes = new ArrayList<>();
    Pen pen =
        new Pen() {
          @Override
          public void draw(Shape shape, Transform pixels) {
            shapes.add(shape);
          }

          @Override
          public void enter(Shape.Group group, Transform pixels) {}

          @Override
          public void leave(Shape.Group group) {}
        };
    figure.figure().paint(View.ofWidth(figure.bounds(), 1500), pen);
    return shapes;
  }

  private static final OverlayValues WARM =
      new OverlayValues(Overlay.TEMPERATURE, Dimension.TEMPERATURE, Map.of(), 20, 60);

  private static List<Style> pipes(Optional<OverlayValues> values, PipeFlows flows) {
    DesignFigure shown = TRAY.showing(values, flows, Set.of(), Failures.NONE);
    return drawn(shown).stream()
        .filter(s -> Tag.isLine(s.tag()))
        .filter(s -> flows.of(Tag.parse(s.tag()).line()).isPresent())
        .flatMap(s ->
            switch (s) {
              case Shape.Line l -> List.of(l.style()).stream();
              case Shape.Polyline p -> List.of(p.style()).stream();
              default -> List.<Style>of().stream();
            })
        .toList();
  }

  private static double widest(double m3S) {
    return pipes(Optional.of(WARM), flows(m3S, 40)).stream()
        .filter(s -> s.stroke() instanceof Ink.Measured)
        .mapToDouble(Style::strokeWidth)
        .max()
        .orElseThrow();
  }

  @Test
  void aPipeIsAsThickAsTheRootOfItsFlow() {
    assertThat(widest(2e-4) / widest(0.5e-4)).isCloseTo(2, within(0.01));
  }

  @Test
  void whereTemperaturesAreShownItHasTheColourOfItsCoolant() {
    List<Style> warm = pipes(Optional.of(WARM), flows(1e-4, 50));
    assertThat(warm)
        .anyMatch(s -> s.stroke() instanceof Ink.Measured(var _, double at) && at == 0.75);
    List<Style> structure = pipes(Optional.empty(), flows(1e-4, 50));
    assertThat(structure).noneMatch(s -> s.stroke() instanceof Ink.Measured);
  }

  @Test
  void anArrowShowsTheWay() {
    List<Shape> onward = arrows(flows(1e-4, 40));
    List<Shape> back = arrows(flows(-1e-4, 40));
    assertThat(onward).isNotEmpty().hasSameSizeAs(back);
    Shape.Path first = (Shape.Path) onward.getFirst();
    Shape.Path other = (Shape.Path) back.getFirst();
    assertThat(first.bounds().centerX() + first.bounds().centerY())
        .isNotEqualTo(other.bounds().centerX() + other.bounds().centerY());
  }

  private static List<Shape> arrows(PipeFlows flows) {
    Set<Shape> others = new HashSet<>(drawn(TRAY));
    return drawn(TRAY.showing(Optional.empty(), flows, Set.of(), Failures.NONE)).stream()
        .filter(s -> s instanceof Shape.Path && !others.contains(s))
        .toList();
  }

  @Test
  void whatStandsStillIsAThinDashedLine() {
    List<Style> still = pipes(Optional.of(WARM), flows(0, 40));
    assertThat(still).anyMatch(s -> s.dash() == Style.Dash.DASHED && s.strokeWidth() < 1);
    assertThat(still).noneMatch(s -> s.stroke() instanceof Ink.Measured);
  }
}
