package supernode.ui.panel;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import supernode.analysis.Proposal;
import supernode.analysis.SizeWish;
import supernode.analysis.SizeWish.Kind;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.design.InstancePath;
import supernode.design.Places;
import supernode.quantity.Messages;
import supernode.ui.Workspace;

/** Sizes of a loop on request; what is found can be taken as one undoable step. */
final class SizingSection extends Section {
  private final Workspace workspace;
  private final Messages messages;
  private final VBox found = new VBox();
  private String shown = "";

  SizingSection(Workspace workspace, Messages messages) {
    super(messages.say("panel.sizing.title"));
    this.workspace = workspace;
    this.messages = messages;
    setId("sizing");
  }

  /** Shows what can be sized of a part; false where nothing can. */
  boolean show(InstancePath path) {
    List<SizeWish> wishes = wishes(path);
    if (!path.toString().equals(shown)) {
      shown = path.toString();
      found.getChildren().clear();
      getChildren().removeIf(n -> n instanceof Button || n == found);
      wishes.forEach(w -> getChildren().add(button(w)));
      getChildren().add(found);
    }
    return !wishes.isEmpty();
  }

  private List<SizeWish> wishes(InstancePath path) {
    PartKind kind =
        workspace.places().find(path).flatMap(Places.Found::part).map(Part::kind).orElse(null);
    String place = path.toString();
    SizeWish flow = new SizeWish(Kind.FLOW, "");
    SizeWish balance = new SizeWish(Kind.BALANCE, "");
    return switch (kind) {
      case CDU ->
          List.of(flow, new SizeWish(Kind.WATER, ""), new SizeWish(Kind.CDU, place), balance);
      case PUMP -> List.of(flow, new SizeWish(Kind.PUMP, place), balance);
      case FAN, AIR_HANDLER -> List.of(flow, new SizeWish(Kind.WATER, ""));
      case MANIFOLD -> List.of(balance);
      case null, default -> List.of();
    };
  }

  private Button button(SizeWish wish) {
    Button button = Rows.button(messages.say(wish.text()), "quiet-button", () -> ask(wish));
    button.setId("sizing-" + wish.key());
    return button;
  }

  private void ask(SizeWish wish) {
    found.getChildren().setAll(Rows.prose(messages.say("panel.sizing.working"), "section-note"));
    String place = shown;
    workspace.size(
        wish::of,
        proposal -> {
          if (place.equals(shown)) {
            tell(proposal);
          }
        });
  }

  private void tell(Optional<Proposal> proposal) {
    found.getChildren().clear();
    proposal.ifPresentOrElse(
        p -> {
          Button apply =
              Rows.button(messages.say("panel.sizing.apply"), "quiet-button", () -> apply(p));
          apply.setId("sizing-apply");
          HBox row = new HBox(Rows.spring(), apply);
          row.setAlignment(Pos.CENTER_LEFT);
          found.getChildren().addAll(Rows.prose(messages.say(p.text()), "section-note"), row);
        },
        () ->
            found.getChildren().add(Rows.prose(messages.say("panel.sizing.none"), "section-note")));
  }

  private void apply(Proposal p) {
    if (workspace.perform(p.edit())) {
      found.getChildren().clear();
    }
  }
}
