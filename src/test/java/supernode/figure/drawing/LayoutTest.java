package supernode.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import supernode.design.Arrangement;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.SmallCatalog;
import supernode.design.SmallRack;
import supernode.figure.Box;

class LayoutTest {
  private final Layout layout = new Layout(SmallRack.design(), SmallCatalog.CATALOG);

  private Box box(String path) {
    return layout.box(InstancePath.parse(path)).orElseThrow();
  }

  @Test
  void aHigherSlotLiesHigherAndSlotsTouch() {
    assertThat(box("tray[0]").bottom()).isCloseTo(box("tray[1]").y(), within(1e-9));
    assertThat(box("switch[0]").y()).isLessThan(box("tray[0]").y());
    assertThat(box("tray[0]").height()).isCloseTo(RackGrid.UNIT, within(1e-9));
  }

  @Test
  void theSlotAtAHeightIsTheOneThatLiesThere() {
    RackGrid rack = new RackGrid(48);
    for (int u = 1; u <= 48; u++) {
      assertThat(rack.slotAt(rack.slot(u, 1).centerY())).isEqualTo(u);
    }
    assertThat(rack.slot(1, 48).height()).isCloseTo(48 * RackGrid.UNIT, within(1e-9));
  }

  @Test
  void whatIsInsideAnInstanceLiesInItsCellUniformlyScaled() {
    Box tray = box("tray[2]");
    Box gpu = box("tray[2].gpu[1]");
    assertThat(tray.contains(gpu)).isTrue();
    assertThat(gpu.width() / gpu.height()).isCloseTo(100.0 / 26, within(1e-9));
    assertThat(box("tray[3].gpu[1]").x()).isCloseTo(gpu.x(), within(1e-9));
  }

  @Test
  void nothingLiesWhereNoInstanceIs() {
    assertThat(layout.box(InstancePath.parse("tray[4]"))).isEmpty();
    assertThat(layout.box(InstancePath.parse("tray[0].cpu"))).isEmpty();
  }

  @Property
  void theBoxOfSomeInstancesHoldsEachOfThem(
      @ForAll @IntRange(min = 1, max = 40) int count,
      @ForAll @IntRange(min = 1, max = 12) int columns) {
    Placement p =
        new Placement("gpu", count, new Arrangement.Grid(3, 4, 10, 5, columns, 2), Map.of());
    Box all = layout.cells("rack", p);
    Box around = Box.EMPTY;
    for (int i = 0; i < count; i++) {
      Box cell = layout.cell("rack", p, i);
      around = i == 0 ? cell : around.union(cell);
    }
    assertThat(all).isEqualTo(around);
  }
}
