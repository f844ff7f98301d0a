package supernode.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.design.Arrangement;
import supernode.design.InstancePath;
import supernode.figure.Box;
import supernode.figure.drawing.RackGrid;
import supernode.ui.Selection;

class SelectToolTest {
  private final Table table = new Table();

  private List<String> selected() {
    return table.workspace.selection().places();
  }

  @Test
  void aClickSelectsWhatIsSeenUnderIt() {
    table.click(table.middle("tray[1].gpu[0]"));
    assertThat(selected()).containsExactly("tray[1].gpu[0]");
    table.click(table.bezel("tray[1]"));
    assertThat(selected()).containsExactly("tray[1]");
  }

  @Test
  void shiftAddsAndTakesAway() {
    table.click(table.bezel("tray[1]"));
    table.click(table.middle("cdu[0]").adding());
    assertThat(selected()).containsExactly("tray[1]", "cdu[0]");
    table.click(table.bezel("tray[1]").adding());
    assertThat(selected()).containsExactly("cdu[0]");
  }

  @Test
  void aClickOnEmptyGroundSelectsNothing() {
    table.click(table.middle("cdu[0]"));
    table.click(PointerEvent.at(995, 5));
    assertThat(table.workspace.selection()).isEqualTo(Selection.NONE);
  }

  @Test
  void aFrameSelectsWhatItMeetsAtTheEnteredLevel() {
    Box cdu = table.board.camera().toPixels(table.board.box(InstancePath.parse("cdu[0]")).get());
    table.drag(
        PointerEvent.at(cdu.right() + 5, cdu.bottom() + 5),
        PointerEvent.at(cdu.centerX(), cdu.centerY()));
    assertThat(selected()).containsExactly("cdu[0]");
    table.drag(PointerEvent.at(995, 5), PointerEvent.at(5, 995));
    assertThat(selected())
        .containsExactlyInAnyOrder(
            "tray[0]", "tray[1]", "tray[2]", "tray[3]", "switch[0]", "cdu[0]", "pump[0]");
  }

  @Test
  void aDragMovesOneStepAndNothingBeforeTheRelease() {
    var before = table.design();
    PointerEvent from = table.middle("cdu[0]");
    table.gestures.pressed(from);
    table.gestures.dragged(table.moved(from, 60, 40));
    assertThat(table.design()).isSameAs(before);
    assertThat(table.gestures.preview().ghosts()).hasSize(1);
    table.gestures.released(table.moved(from, 60, 40));
    assertThat(table.design()).isNotEqualTo(before);
    table.workspace.undo();
    assertThat(table.design()).isEqualTo(before);
  }

  @Test
  void altMovesExactlyAsFarAsThePointer() {
    double scale = table.board.camera().scale();
    PointerEvent from = table.middle("cdu[0]").freely();
    table.drag(from, table.moved(from, 33, -17));
    Arrangement.Grid g = (Arrangement.Grid) table.arrangement("cdu");
    assertThat(g.x()).isCloseTo(900 + 33 / scale, within(1e-6));
    assertThat(g.y()).isCloseTo(1500 - 17 / scale, within(1e-6));
  }

  @Test
  void aDragSnapsToTheEdgesOfOthersAndShowsToWhat() {
    PointerEvent from = table.middle("pump[0]");
    // The pump stands above the CDU, left edges in line: a little aside snaps back.
    PointerEvent to = table.moved(from, 3, -60);
    table.gestures.pressed(from);
    table.gestures.dragged(table.moved(from, 30, -30));
    table.gestures.dragged(to);
    assertThat(table.gestures.preview().guides()).isNotEmpty();
    table.gestures.released(to);
    assertThat(((Arrangement.Grid) table.arrangement("pump")).x()).isEqualTo(900);
  }

  @Test
  void aTrayGoesToTheFreeSlotItIsDraggedTo() {
    RackGrid rack = table.board.layout().rack("rack").orElseThrow();
    double up = rack.slot(13, 1).centerY() - rack.slot(15, 1).centerY();
    PointerEvent from = table.bezel("tray[0]");
    table.drag(from, table.moved(from, 4, -up * table.board.camera().scale()));
    assertThat(table.arrangement("tray")).isEqualTo(new Arrangement.Slots(List.of(15, 12, 11, 10)));
  }

  @Test
  void aTakenSlotRefusesWithTheReason() {
    double unit = table.board.camera().scale() * RackGrid.UNIT;
    var before = table.design();
    PointerEvent from = table.bezel("tray[0]");
    table.gestures.pressed(from);
    table.gestures.dragged(table.moved(from, 4, 8));
    table.gestures.dragged(table.moved(from, 4, unit));
    assertThat(table.gestures.preview().legal()).isFalse();
    assertThat(table.gestures.preview().note()).map(t -> t.key()).contains("canvas.slotTaken");
    table.gestures.released(table.moved(from, 4, unit));
    assertThat(table.design()).isSameAs(before);
    assertThat(table.board.hint()).map(t -> t.key()).contains("canvas.slotTaken");
  }

  @Test
  void twoTraysMoveTogetherOverEachOthersSlots() {
    double unit = table.board.camera().scale() * RackGrid.UNIT;
    table.click(table.bezel("tray[0]"));
    table.click(table.bezel("tray[1]").adding());
    PointerEvent from = table.bezel("tray[1]");
    table.drag(from, table.moved(from, 4, -unit));
    assertThat(table.arrangement("tray")).isEqualTo(new Arrangement.Slots(List.of(14, 13, 11, 10)));
  }

  @Test
  void aDoubleClickEntersByOneLevel() {
    table.click(table.middle("tray[2].gpu[0]").clicked(2));
    assertThat(table.workspace.enteredProperty().get()).hasToString("tray[2]");
    assertThat(table.workspace.enteredAssembly()).isEqualTo("tray");
  }

  @Test
  void movingInsideAnEnteredAssemblyMovesItInAllInstances() {
    table.workspace.enteredProperty().set(InstancePath.parse("tray[2]"));
    table.lookAt("tray[2]");
    PointerEvent from = table.middle("tray[2].gpu[0]").freely();
    table.drag(from, table.moved(from, 0, 20));
    Arrangement.Grid g =
        (Arrangement.Grid)
            table.design().assemblies().get("tray").placements().get("gpu").arrangement();
    assertThat(g.y()).isGreaterThan(8);
    assertThat(table.board.timesPlaced()).isEqualTo(4);
  }

  @Test
  void anEnteredAssemblyIsAllThatIsSeen() {
    table.workspace.enteredProperty().set(InstancePath.parse("tray[2]"));
    table.lookAt("tray[2]");
    assertThat(table.board.box(InstancePath.parse("cdu[0]"))).isEmpty();
    table.click(table.middle("tray[2].gpu[1]"));
    assertThat(selected()).containsExactly("tray[2].gpu[1]");
  }

  @Test
  void ctrlDragLeavesACopy() {
    PointerEvent from = table.middle("cdu[0]");
    table.drag(from, table.moved(from, 0, -100).duplicating());
    assertThat(table.design().rootAssembly().placements()).containsKeys("cdu", "cdu-2");
    assertThat(selected()).containsExactly("cdu-2[0]");
  }

  @Test
  void aDragWithTheMiddleButtonMovesTheView() {
    double left = table.board.camera().left();
    PointerEvent from = table.middle("cdu[0]").with(PointerEvent.Button.MIDDLE);
    table.drag(from, table.moved(from, -50, 0));
    assertThat(table.board.camera().left())
        .isCloseTo(left + 50 / table.board.camera().scale(), within(1e-9));
    assertThat(selected()).isEmpty();
  }

  @Test
  void escapeForgetsADragThatWasBegun() {
    var before = table.design();
    PointerEvent from = table.middle("cdu[0]");
    table.gestures.pressed(from);
    table.gestures.dragged(table.moved(from, 60, 40));
    assertThat(table.gestures.cancel()).isTrue();
    table.gestures.released(table.moved(from, 60, 40));
    assertThat(table.design()).isSameAs(before);
  }
}
