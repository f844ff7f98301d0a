package supernode.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.figure.Palette;
import supernode.figure.drawing.DesignFigure;
import supernode.quantity.Messages;
import supernode.ui.ScenarioName;
import supernode.ui.Tip;
import supernode.ui.canvas.DrawingView;
import supernode.ui.canvas.Sight;

/** The drawings beside each other; what one shows, all show. */
final class Stands extends HBox {
  private final Supplier<Catalog> catalog;
  private final Messages messages;
  private final Palette palette;
  private final IntConsumer remove;
  private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(Sight.WHOLE);
  private final List<Stand> stands = new ArrayList<>();

  private record Stand(Contender contender, VBox node, Label state) {}

  Stands(Supplier<Catalog> catalog, Messages messages, Palette palette, IntConsumer remove) {
    super(12);
    this.catalog = catalog;
    this.messages = messages;
    this.palette = palette;
    this.remove = remove;
    setId("stands");
  }

  /** Shows those that there are; what stood there before is not drawn anew. */
  void show(List<Contender> contenders) {
    List<Stand> next = new ArrayList<>();
    for (Contender c : contenders) {
      Stand known =
          stands.stream().filter(s -> s.contender() == c).findFirst().orElseGet(() -> stand(c));
      next.add(known);
    }
    stands.clear();
    stands.addAll(next);
    getChildren().setAll(stands.stream().map(Stand::node).toList());
  }

  void forget() {
    stands.clear();
  }

  void say(int place, String state) {
    stands.get(place).state().setText(state);
  }

  void seeAll() {
    sight.set(Sight.WHOLE);
  }

  ObjectProperty<Sight> sightProperty() {
    return sight;
  }

  private Stand stand(Contender contender) {
    Design design = contender.design();
    Label name = new Label(design.name());
    name.getStyleClass().add("strong");
    Tip.on(name).say(design.name());
    Label scenario = new Label(ScenarioName.of(messages, contender.scenario()));
    scenario.getStyleClass().add("secondary");
    Label state = new Label();
    state.getStyleClass().add("secondary");
    Button close = new Button("", new FontIcon("fth-x"));
    close.getStyleClass().add("icon-button");
    String said = messages.say("ui.compare.remove", design.name());
    close.setAccessibleText(said);
    Tip.put(close, said);
    VBox words = new VBox(name, new HBox(12, scenario, state));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(8, words, close);
    head.setAlignment(Pos.TOP_LEFT);
    DrawingView view = new DrawingView(palette);
    view.show(
        DesignFigure.of(design, design.library(catalog.get())).figure(),
        messages.say("ui.new.drawnOf", design.name()));
    view.sightProperty().bindBidirectional(sight);
    VBox.setVgrow(view, Priority.ALWAYS);
    VBox node = new VBox(6, head, view);
    node.setMinWidth(0);
    node.setPrefWidth(10);
    HBox.setHgrow(node, Priority.ALWAYS);
    Stand stand = new Stand(contender, node, state);
    close.setOnAction(_ -> remove.accept(stands.indexOf(stand)));
    return stand;
  }
}
