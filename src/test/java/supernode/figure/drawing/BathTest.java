package supernode.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import supernode.analysis.SampleAnalysis;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.Placement;
import supernode.design.template.Parameters;
import supernode.design.template.SupernodeTemplate;
import supernode.figure.Box;
import supernode.figure.Figure;
import supernode.figure.Shape;

/** An immersion tank is drawn as a tub of fluid, not as a rack. */
class BathTest {
  private static Layout layout(Design design) {
    return new Layout(design, design.library(SampleAnalysis.CATALOG));
  }

  @Test
  void nodesStandUprightBelowTheLevelOfTheFluid() {
    Design design = SampleAnalysis.design("immersion-tank");
    Layout layout = layout(design);
    Bath bath = layout.bath("tank").orElseThrow();
    assertThat(layout.rack("tank")).isEmpty();
    Placement node = design.assemblies().get("tank").placements().get("node");
    for (int i = 0; i < node.count(); i++) {
      Box cell = layout.cell("tank", node, i);
      assertThat(cell.height()).isGreaterThan(2 * cell.width());
      assertThat(cell.y()).isGreaterThan(bath.level());
      assertThat(bath.tub().contains(cell)).isTrue();
    }
    assertThat(bath.level()).isGreaterThan(bath.tub().y());
    assertThat(layout.drawing("tank").contains(bath.tub())).isTrue();
  }

  @Test
  void aTankHasNoSlots() {
    Design design = SampleAnalysis.design("immersion-tank");
    Figure tank = DesignFigure.of(design, design.library(SampleAnalysis.CATALOG)).inside("tank");
    assertThat(tank.shapes().stream().filter(Shape.Label.class::isInstance)).isEmpty();
    assertThat(layout(design).bath("hall")).isEmpty();
    Design rack = SampleAnalysis.design("gb200-nvl72");
    assertThat(layout(rack).bath(rack.root())).isEmpty();
    assertThat(layout(rack).rack(rack.root())).isPresent();
  }

  /** What moves the fluid stands beside the tub, and the sheet holds both. */
  @Test
  void theDistributionUnitOfATemplateStandsOutside() {
    Design design =
        SupernodeTemplate.draw(
            Parameters.of(Map.of("cooling", "immersion", "domain", "64")), SampleAnalysis.CATALOG);
    Layout layout = layout(design);
    Map.Entry<String, Assembly> tank =
        design.assemblies().entrySet().stream()
            .filter(e -> layout.bath(e.getKey()).isPresent())
            .findFirst()
            .orElseThrow();
    Bath bath = layout.bath(tank.getKey()).orElseThrow();
    tank.getValue()
        .placements()
        .forEach((name, p) -> {
          Box cells = layout.cells(tank.getKey(), p);
          assertThat(bath.tub().contains(cells)).as(name).isEqualTo(!name.equals("cdu"));
          assertThat(layout.drawing(tank.getKey()).contains(cells)).as(name).isTrue();
        });
  }
}
