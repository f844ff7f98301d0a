package supernode.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import supernode.catalog.LinkType;
import supernode.design.Fabric;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.figure.Box;
import supernode.quantity.Text;

class LinkToolTest {
  private final Table table = new Table();

  private void look() {
    // Near enough that ports show.
    table.board.look(new Camera(1, 850, 950, 1000, 1000));
  }

  @Test
  void aLinkBetweenTwoSingleThingsIsMadeAtOnce() {
    look();
    table.drag(table.port("cdu[0]", "out"), table.port("pump[0]", "in"));
    Wiring made = table.design().rootAssembly().wirings().getLast();
    assertThat(made.fabric()).isEqualTo(Fabric.LOOP);
    assertThat(made.link()).isEqualTo("hose");
    assertThat(made.pattern().ends().toString()).isEqualTo("[cdu[0].out, pump[0].in]");
    // 550 to 600 mm apart and aside.
    assertThat(made.lengthM()).isBetween(0.3, 0.9);
  }

  private LinkType type(String id) {
    return table.workspace.library().link(id).orElseThrow();
  }

  @Test
  void aHoseInHandShowsWhereItCanBeginAndIsWhatIsDrawn() {
    look();
    table.gestures.link().hold(type("hose"));
    assertThat(table.gestures.preview().ports()).as("fluid ports glow").isNotEmpty();
    assertThat(table.board.hint().map(Text::key)).contains("canvas.holding");
    table.drag(table.port("cdu[0]", "out"), table.port("pump[0]", "in"));
    assertThat(table.design().rootAssembly().wirings().getLast().link()).isEqualTo("hose");
    assertThat(table.gestures.cancel()).as("Escape lays it down").isTrue();
    assertThat(table.gestures.preview()).isEqualTo(Preview.NONE);
    assertThat(table.gestures.cancel()).isFalse();
  }

  @Test
  void aCableInHandDoesNotJoinFluidPortsAndSaysWhy() {
    look();
    LinkType cable =
        table.workspace.library().links().values().stream()
            .filter(l -> l.family() == LinkType.Family.SIGNAL)
            .findFirst()
            .orElseThrow();
    table.gestures.link().hold(cable);
    PointerEvent from = table.port("cdu[0]", "out");
    PointerEvent to = table.port("pump[0]", "in");
    table.gestures.pressed(from);
    table.gestures.dragged(to);
    Preview preview = table.gestures.preview();
    assertThat(preview.legal()).isFalse();
    assertThat(preview.note().map(Text::key)).contains("joint.linkFamily");
    assertThat(preview.ports()).isEmpty();
    table.gestures.released(to);
    assertThat(table.design().rootAssembly().wirings()).hasSize(1);
  }

  @Test
  void aDropOnTheInstanceFindsThePortThatFits() {
    look();
    table.drag(table.port("cdu[0]", "out"), table.middle("pump[0]"));
    assertThat(table.design().rootAssembly().wirings()).hasSize(2);
  }

  @Test
  void portsThatCannotMeetSayWhyWhileDragging() {
    look();
    PointerEvent from = table.port("cdu[0]", "out");
    PointerEvent to = table.port("pump[0]", "out");
    table.gestures.pressed(from);
    table.gestures.dragged(to);
    Preview preview = table.gestures.preview();
    assertThat(preview.legal()).isFalse();
    assertThat(preview.note()).map(t -> t.key()).contains("joint.fluid");
    assertThat(preview.ports()).as("legal ports glow").isNotEmpty().allMatch(p -> p.legal());
    table.gestures.released(to);
    assertThat(table.design().rootAssembly().wirings()).hasSize(1);
  }

  @Test
  void betweenPlacementsOfManyTheWaysToWireAreOffered() {
    Box ends = table.boxOf("tray[0]").union(table.boxOf("switch[0]")).part(0.9, 0, 1.05, 1);
    table.board.look(Camera.fit(ends, 1000, 1000));
    PointerEvent from = table.port("tray[0]", "up");
    PointerEvent to = table.port("switch[0]", "down");
    table.drag(from, to);
    assertThat(table.offers).hasSize(1);
    assertThat(table.offers.getFirst().choices())
        .extracting(c -> c.label().key())
        .contains("canvas.wire.pair", "canvas.wire.all");
    Edit all =
        table.offers.getFirst().choices().stream()
            .filter(c -> c.label().key().equals("canvas.wire.all"))
            .findFirst()
            .orElseThrow()
            .edit();
    assertThat(table.workspace.perform(all)).isTrue();
    assertThat(table.design().rootAssembly().wirings().getLast().pattern().ends().toString())
        .isEqualTo("[tray[*].up, switch[*].down]");
  }
}
