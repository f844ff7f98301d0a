package supernode.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import supernode.design.Arrangement;
import supernode.design.Design;
import supernode.design.SmallRack;
import supernode.design.edit.Edit;
import supernode.figure.drawing.RackGrid;

class PlaceToolTest {
  private static final PaletteItem TRAY = new PaletteItem("tray", true, "Tray");
  private static final PaletteItem CDU = new PaletteItem("cdu", false, "CDU");

  private final Table table = new Table();

  private PointerEvent slot(int u) {
    RackGrid rack = table.board.layout().rack("rack").orElseThrow();
    var box = table.board.camera().toPixels(rack.slot(u, 1));
    return PointerEvent.at(box.centerX(), box.centerY());
  }

  @Test
  void aTrayDropsIntoTheSlotUnderThePointer() {
    table.gestures.place().begin(TRAY);
    table.gestures.dragged(slot(30));
    assertThat(table.gestures.preview().ghosts()).hasSize(1);
    table.gestures.released(slot(30));
    assertThat(table.arrangement("tray-2")).isEqualTo(new Arrangement.Slots(List.of(30)));
    assertThat(table.placed).containsExactly("tray-2");
    assertThat(table.workspace.selection().places()).containsExactly("tray-2[0]");
  }

  @Test
  void aTakenSlotGivesTheNearestFreeOne() {
    table.gestures.place().begin(TRAY);
    table.gestures.released(slot(12));
    assertThat(table.arrangement("tray-2"))
        .isIn(new Arrangement.Slots(List.of(9)), new Arrangement.Slots(List.of(14)));
  }

  @Test
  void aFullRackRefusesAndSaysSo() {
    Integer[] rest =
        IntStream.rangeClosed(1, 48)
            .filter(u -> u != 20 && (u < 10 || u > 13))
            .boxed()
            .toArray(Integer[]::new);
    Design full =
        new Edit.AddPlacement("rack", "more", SmallRack.slots("tray", rest))
            .applyTo(SmallRack.design());
    Table crowded = new Table(full);
    crowded.gestures.place().begin(TRAY);
    crowded.gestures.released(slot(12));
    assertThat(crowded.design()).isEqualTo(full);
    assertThat(crowded.board.hint()).map(t -> t.key()).contains("canvas.noSlots");
  }

  @Test
  void portsThatTheNewThingCouldJoinGlow() {
    table.gestures.place().begin(TRAY);
    table.gestures.dragged(slot(30));
    // The other trays' ports and the switch tray's: all meshes join.
    assertThat(table.gestures.preview().ports()).hasSize(5);
  }

  @Test
  void whatIsDroppedOutsideIsNotPlaced() {
    table.gestures.place().begin(CDU);
    table.gestures.released(PointerEvent.at(-40, 10));
    assertThat(table.design()).isEqualTo(SmallRack.design());
    assertThat(table.gestures.place().isCarrying()).isFalse();
  }

  @Test
  void aPartIsAsLargeAsItsSiblings() {
    table.gestures.place().begin(CDU);
    table.gestures.released(PointerEvent.at(900, 100));
    Arrangement.Grid g = (Arrangement.Grid) table.arrangement("cdu-2");
    assertThat(List.of(g.width(), g.height())).containsExactly(300.0, 200.0);
  }

  @Test
  void somethingPlacedAnywhereStandsClearOfTheRest() {
    table.gestures.place().putAnywhere(CDU);
    var placed = table.cell("rack", "cdu-2", 0);
    assertThat(placed.meets(table.cell("rack", "cdu", 0))).isFalse();
    table.gestures.place().putAnywhere(TRAY);
    assertThat(table.arrangement("tray-2")).isEqualTo(new Arrangement.Slots(List.of(14)));
  }

  @Test
  void aNewTrayIsWiredLikeItsSiblings() {
    table.gestures.place().putAnywhere(TRAY);
    table.actions.wireLikeSiblings();
    assertThat(table.design().rootAssembly().wirings().getLast().pattern().ends().toString())
        .isEqualTo("[tray-2[*].gpu[*].mesh, switch[*].down]");
    assertThat(table.actions.siblingWiring()).as("nothing is left to wire").isEmpty();
  }
}
