package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import supernode.design.InstancePath;
import supernode.design.edit.Edit;
import supernode.figure.Box;
import supernode.quantity.Messages;
import supernode.ui.Workspace;

/** What the canvas offers after something was placed or a link was drawn. */
final class Offers {
  private static final double BESIDE_PX = 12;

  private final Board board;
  private final Workspace workspace;
  private final Pane pane;
  private final Messages messages;

  Offers(Board board, Pane pane, Messages messages) {
    this.board = board;
    this.workspace = board.workspace();
    this.pane = pane;
    this.messages = messages;
  }

  /** Wiring a new placement like its siblings, if they are wired. */
  void placed(String name) {
    Siblings.wiring(workspace.design(), board.assemblyId(), name)
        .ifPresent(edit -> {
          InstancePath path = board.entered().child(name, 0);
          Box b = board.box(path).map(board.camera()::toPixels).orElse(Box.EMPTY);
          String question = messages.say("canvas.placed", name);
          show(b.right() + BESIDE_PX, b.y(), question, List.of(option(edit)));
        });
  }

  private OfferBox.Option option(Edit edit) {
    return new OfferBox.Option(messages.say(edit.label()), () -> workspace.perform(edit));
  }

  /** The ways to wire what a link was drawn between. */
  void wirings(LinkTool.Offer offer) {
    List<OfferBox.Option> options = new ArrayList<>();
    for (Wires.Choice c : offer.choices()) {
      options.add(new OfferBox.Option(messages.say(c.label()), () -> workspace.perform(c.edit())));
    }
    show(offer.x() + BESIDE_PX, offer.y() + BESIDE_PX, messages.say("canvas.wire"), options);
  }

  private void show(double x, double y, String question, List<OfferBox.Option> options) {
    OfferBox.show(pane, x, y, question, options);
  }

  /** Whether there was one. */
  boolean close() {
    return OfferBox.close(pane);
  }
}
