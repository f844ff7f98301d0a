package supernode.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.design.Pattern;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.ui.Selection;

class CanvasActionsTest {
  private final Table table = new Table();

  private void select(String... places) {
    table.workspace.select(Selection.of(places));
  }

  @Test
  void deletingOneOfFourDeletesExactlyThatOne() {
    select("tray[1]");
    table.actions.delete();
    assertThat(table.arrangement("tray")).isEqualTo(new Arrangement.Slots(List.of(13, 11, 10)));
    table.workspace.undo();
    assertThat(table.design().rootAssembly().placements().get("tray").count()).isEqualTo(4);
    assertThat(table.workspace.selection().places()).containsExactly("tray[1]");
  }

  @Test
  void deletingSeveralThingsIsOneStep() {
    var before = table.design();
    select("tray[0]", "tray[3]", "cdu[0]");
    table.actions.delete();
    assertThat(table.design().rootAssembly().placements()).doesNotContainKey("cdu");
    assertThat(table.arrangement("tray")).isEqualTo(new Arrangement.Slots(List.of(12, 11)));
    table.workspace.undo();
    assertThat(table.design()).isEqualTo(before);
  }

  @Test
  void aSelectedWiringIsDeleted() {
    table.workspace.select(
        new Selection(List.of(), Optional.of(new Selection.WiringRef("rack", 0))));
    table.actions.delete();
    assertThat(table.design().rootAssembly().wirings()).isEmpty();
  }

  @Test
  void whatIsCopiedBringsTheWiringsAmongIt() {
    select("tray[0]", "tray[1]", "tray[2]", "tray[3]", "switch[0]");
    table.actions.copy();
    table.actions.paste();
    Assembly rack = table.design().rootAssembly();
    assertThat(rack.placements()).containsKeys("tray-2", "switch-2");
    assertThat(rack.wirings().getLast().pattern().ends().toString())
        .isEqualTo("[tray-2[*].gpu[*].mesh, switch-2[*].down]");
    assertThat(table.workspace.selection().places()).hasSize(5);
  }

  @Test
  void aCopyOfOneTrayIsWiredAsThatOneWas() {
    select("tray[2]", "switch[0]");
    table.actions.copy();
    table.actions.paste();
    Assembly rack = table.design().rootAssembly();
    assertThat(rack.placements().get("tray-2").count()).isEqualTo(1);
    assertThat(rack.wirings()).hasSize(2);
  }

  @Test
  void wiringsThatNameSingleInstancesStayWithThem() {
    Wiring one =
        new Wiring(
            "one",
            Fabric.SCALE_UP,
            "copper",
            1,
            new Pattern.PointToPoint(
                Selector.parse("tray[3].up"), Selector.parse("switch[0].down"), 1));
    table.workspace.perform(new Edit.AddWiring("rack", one));
    select("tray[2]", "switch[0]");
    table.actions.copy();
    table.actions.paste();
    assertThat(table.design().rootAssembly().wirings())
        .extracting(Wiring::name)
        .containsExactly("mesh", "one", "mesh");
  }

  @Test
  void cuttingAndPastingIntoAnotherDesignTakesTheAssembliesAlong() {
    select("tray[0]");
    Snippet snippet = Selected.snippet(table.board);
    Assembly empty = new Assembly("Row", Assembly.Level.ROW, 0, "", Map.of(), List.of(), Map.of());
    Table other = new Table(Design.empty("other", "row", empty));
    Pasting.paste(other.board, snippet, 0, 0, supernode.quantity.Text.of("canvas.paste"));
    assertThat(other.design().assemblies()).containsKeys("row", "tray");
    assertThat(other.design().rootAssembly().placements()).containsKey("tray");
  }

  @Test
  void duplicatingTakesTheNextFreeSlots() {
    select("tray[0]");
    table.actions.duplicate();
    assertThat(table.arrangement("tray-2")).isEqualTo(new Arrangement.Slots(List.of(14)));
  }

  @Test
  void anArrayOfTraysFillsFreeSlots() {
    select("tray[0]");
    table.actions.arrayCopy(6, 1);
    Arrangement.Slots slots = (Arrangement.Slots) table.arrangement("tray");
    assertThat(slots.bottomU()).startsWith(13, 12, 11, 10).doesNotHaveDuplicates().hasSize(6);
    table.actions.arrayCopy(2, 1);
    assertThat(table.arrangement("tray")).isEqualTo(new Arrangement.Slots(List.of(13, 12)));
  }

  @Test
  void anArrayBeyondTheRackIsRefused() {
    select("tray[0]");
    table.actions.arrayCopy(60, 1);
    assertThat(table.design().rootAssembly().placements().get("tray").count()).isEqualTo(4);
    assertThat(table.board.hint()).map(t -> t.key()).contains("canvas.noSlots");
  }

  @Test
  void anArrayOfPartsHasTheColumnsAskedFor() {
    select("pump[0]");
    table.actions.arrayCopy(12, 4);
    assertThat(table.design().rootAssembly().placements().get("pump").count()).isEqualTo(12);
    assertThat(((Arrangement.Grid) table.arrangement("pump")).columns()).isEqualTo(4);
  }

  @Test
  void nudgingATrayGoesSlotBySlotAndStopsAtItsNeighbour() {
    select("tray[0]");
    table.actions.nudge(0, -1);
    assertThat(table.arrangement("tray")).isEqualTo(new Arrangement.Slots(List.of(14, 12, 11, 10)));
    table.actions.nudge(0, 2);
    assertThat(table.board.hint()).map(t -> t.key()).contains("canvas.slotTaken");
  }

  @Test
  void aligningLinesUpAndSpreadingKeepsTheEnds() {
    select("cdu[0]", "pump[0]");
    table.actions.align(Alignment.RIGHT);
    assertThat(table.cell("rack", "pump", 0).right())
        .isEqualTo(table.cell("rack", "cdu", 0).right());
    table.actions.align(Alignment.MIDDLE);
    assertThat(table.cell("rack", "pump", 0).centerY())
        .isEqualTo(table.cell("rack", "cdu", 0).centerY());
  }

  @Test
  void failingAndMendingChangesTheScenarioShown() {
    select("switch[0].sw[1]");
    table.actions.setFailed(true);
    assertThat(table.design().scenarios().get("default").faults())
        .containsExactly("switch[0].sw[1]");
    assertThat(table.actions.isFailed("switch[0].sw[1]")).isTrue();
    table.actions.setFailed(false);
    assertThat(table.design().scenarios().get("default").faults()).isEmpty();
  }

  @Test
  void leavingSelectsWhatWasEntered() {
    table.workspace.enteredProperty().set(InstancePath.parse("tray[2]"));
    table.actions.leave();
    assertThat(table.workspace.enteredProperty().get().isRoot()).isTrue();
    assertThat(table.workspace.selection().places()).containsExactly("tray[2]");
    table.actions.enter();
    assertThat(table.workspace.enteredProperty().get()).hasToString("tray[2]");
  }

  @Test
  void arrowsWalkToTheNearestNeighbour() {
    select("tray[1].gpu[0]");
    table.actions.selectTowards(1, 0);
    assertThat(table.workspace.selection().places()).containsExactly("tray[1].gpu[1]");
    select("tray[1]");
    table.actions.selectTowards(0, 1);
    assertThat(table.workspace.selection().places()).containsExactly("tray[2]");
    table.actions.selectTowards(0, -1);
    assertThat(table.workspace.selection().places()).containsExactly("tray[1]");
  }

  @Test
  void tabGoesThroughAllThatStandsHere() {
    table.actions.selectNext(1);
    assertThat(table.workspace.selection().places()).containsExactly("tray[0]");
    table.actions.selectNext(-1);
    assertThat(table.workspace.selection().places()).containsExactly("pump[0]");
  }
}
