package supernode.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Design;
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
  void aTrayFillsItsSlotAndWhatIsInsideKeepsItsPlaceBetweenTheSides() {
    Box tray = box("tray[2]");
    Box gpu = box("tray[2].gpu[1]");
    Box own = layout.drawing("tray");
    assertThat(tray.contains(gpu)).isTrue();
    assertThat((gpu.x() - tray.x()) / tray.width())
        .isCloseTo((160 - own.x()) / own.width(), within(1e-4));
    assertThat(gpu.height() / tray.height()).isCloseTo(26 / own.height(), within(1e-4));
    assertThat(box("tray[3].gpu[1]").x()).isCloseTo(gpu.x(), within(1e-9));
  }

  @Test
  void aTrayThatIsLookedIntoHasItsOwnShape() {
    InstancePath tray = InstancePath.parse("tray[2]");
    assertThat(layout.box(tray, tray)).contains(layout.drawing("tray"));
    assertThat(layout.box(tray, InstancePath.parse("tray[2].gpu[1]")))
        .contains(new Box(160, 8, 100, 26));
    assertThat(layout.box(tray, InstancePath.parse("tray[1].gpu[1]"))).isEmpty();
  }

  @Test
  void theRoomOfFreeSlotsIsGivenToWhatIsMounted() {
    RackGrid rack = layout.rack("rack").orElseThrow();
    assertThat(rack.slot(30, 1).height()).isLessThan(rack.slot(13, 1).height());
    for (int u = 1; u <= rack.slotsU(); u++) {
      assertThat(rack.slotAt(rack.slot(u, 1).centerY())).isEqualTo(u);
    }
  }

  @Test
  void aRackKeepsItsShapeInWhateverCellItStands() {
    Assembly row =
        new Assembly(
            "Row",
            Assembly.Level.ROW,
            0,
            "",
            Map.of("rack", SmallRack.grid("rack", 2, 0, 0, 500, 300)),
            List.of(),
            Map.of());
    Design design =
        Design.empty("Row", "row", row)
            .withAssembly("rack", SmallRack.design().rootAssembly())
            .withAssembly("tray", SmallRack.design().assemblies().get("tray"))
            .withAssembly("switches", SmallRack.design().assemblies().get("switches"));
    Layout of = new Layout(design, SmallCatalog.CATALOG);
    Box cell = of.box(InstancePath.parse("rack[1]")).orElseThrow();
    Box first = of.box(InstancePath.parse("rack[1].tray[0]")).orElseThrow();
    assertThat(cell.contains(first)).isTrue();
    assertThat(first.width() / first.height())
        .isCloseTo(RackGrid.SLOT_WIDTH / RackGrid.UNIT, within(1e-6));
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

  @Test
  void cellsStandRoundACircleFromTheTopClockwise() {
    Placement round = new Placement("gpu", 4, new Arrangement.Circle(100, 50, 40, 10, 6), Map.of());
    Assembly ring =
        new Assembly("Ring", Assembly.Level.ROW, 0, "", Map.of("gpu", round), List.of(), Map.of());
    Layout layout = new Layout(Design.empty("Ring", "ring", ring), SmallCatalog.CATALOG);
    assertThat(layout.cell("ring", round, 0)).isEqualTo(new Box(95, 7, 10, 6));
    Box right = layout.cell("ring", round, 1);
    assertThat(right.centerX()).isCloseTo(140, within(1e-9));
    assertThat(right.centerY()).isCloseTo(50, within(1e-9));
    Box all = layout.cells("ring", round);
    assertThat(all.width()).isCloseTo(90, within(1e-9));
    assertThat(all.height()).isCloseTo(86, within(1e-9));
  }
}
