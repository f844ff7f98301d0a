package supernode.ui.panel;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.ui.Tip;

/** Small pieces that the panels are made of, with their style classes. */
public final class Rows {
  private Rows() {}

  /** Takes the room that is left in a row. */
  public static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  public static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }

  /** A text of several lines. */
  public static Label prose(String text, String styleClass) {
    Label label = label(text, styleClass);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  public static Button iconButton(Feather icon, String what, Runnable action) {
    Button button = new Button();
    FontIcon graphic = new FontIcon(icon);
    graphic.getStyleClass().add("button-icon");
    button.setGraphic(graphic);
    button.getStyleClass().add("icon-button");
    Tip.put(button, what);
    button.setAccessibleText(what);
    button.setOnAction(_ -> action.run());
    return button;
  }

  public static Button button(String text, String styleClass, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().add(styleClass);
    button.setOnAction(_ -> action.run());
    return button;
  }

  public static Hyperlink link(String text, String styleClass, Runnable action) {
    Hyperlink link = new Hyperlink(text);
    link.getStyleClass().add(styleClass);
    link.setOnAction(_ -> {
      link.setVisited(false);
      action.run();
    });
    return link;
  }

  /** Shows or takes away a node together with the room it takes. */
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
