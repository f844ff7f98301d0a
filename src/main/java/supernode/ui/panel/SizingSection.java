package supernode.ui.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import supernode.analysis.Proposal;
import supernode.analysis.Sizing;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.design.InstancePath;
import supernode.design.Places;
import supernode.quantity.Messages;
import supernode.ui.Workspace;

/** Sizes of a loop on request; what is found can be taken as one undoable step. */
final class SizingSection extends Section {
  /** What a chip keeps below its limit in a proposal. */
  private static final double SPARE_K = 2;

  private final Workspace workspace;
  private final Messages messages;
  private final VBox found = new VBox();
  private String shown = "";

  /** A size that can be asked for. */
  private record Wish(String key, Function<Sizing, Optional<Proposal>> size) {}

  SizingSection(Workspace workspace, Messages messages) {
    super(messages.say("panel.sizing.title"));
    this.workspace = workspace;
    this.messages = messages;
    setId("sizing");
  }

  /** Shows what can be sized of a part; false where nothing can. */
  boolean show(InstancePath path) {
    List<Wish> wishes = wishes(path);
    if (!path.toString().equals(shown)) {
      shown = path.toString();
      found.getChildren().clear();
      getChildren().removeIf(n -> n instanceof Button || n == found);
      wishes.forEach(w -> getChildren().add(button(w)));
      getChildren().add(found);
    }
    return !wishes.isEmpty();
  }

  private List<Wish> wishes(InstancePath path) {
    PartKind kind =
        workspace.places().find(path).flatMap(Places.Found::part).map(Part::kind).orElse(null);
    Wish flow = new Wish("flow", s -> s.pumpSpeed(SPARE_K));
    Wish balance = new Wish("balance", Sizing::balance);
    String place = path.toString();
    return switch (kind) {
      case CDU ->
          List.of(
              flow,
              new Wish("water", s -> s.facilityWater(SPARE_K)),
              new Wish("cdu", s -> s.smallestCdu(place)),
              balance);
      case PUMP -> List.of(flow, new Wish("pump", s -> s.smallestPump(place)), balance);
      case MANIFOLD -> List.of(balance);
      case null, default -> List.of();
    };
  }

  private Button button(Wish wish) {
    Button button =
        Rows.button(messages.say("panel.sizing." + wish.key()), "quiet-button", () -> ask(wish));
    button.setId("sizing-" + wish.key());
    return button;
  }

  private void ask(Wish wish) {
    found.getChildren().setAll(Rows.prose(messages.say("panel.sizing.working"), "section-note"));
    String place = shown;
    workspace.size(
        wish.size(),
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
