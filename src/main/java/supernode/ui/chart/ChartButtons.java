package supernode.ui.chart;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.quantity.Messages;
import supernode.ui.Tip;

/** Over the end of a chart's title, seen under the pointer and with the focus. */
final class ChartButtons extends HBox {
  private final Messages messages;
  private final FontIcon form = new FontIcon(Feather.LIST);
  private final Button asTable = button(form);
  private final Button copy = button(new FontIcon(Feather.COPY));
  private final Tip formTip = Tip.on(asTable);

  /**
   * @param turn shows the table in place of the picture, and back
   */
  ChartButtons(Messages messages, Runnable turn, Runnable copying) {
    this.messages = messages;
    getStyleClass().add("chart-buttons");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().addAll(asTable, copy);
    asTable.setOnAction(_ -> turn.run());
    copy.setOnAction(_ -> copying.run());
    name(copy, Tip.on(copy), messages.say("chart.copy"));
  }

  /**
   * @param any whether there is a chart
   */
  void show(boolean any, boolean tabular) {
    asTable.setVisible(any);
    copy.setVisible(any);
    name(asTable, formTip, messages.say(tabular ? "chart.asPicture" : "chart.asTable"));
    form.setIconCode(tabular ? Feather.BAR_CHART_2 : Feather.LIST);
  }

  private static Button button(FontIcon graphic) {
    graphic.getStyleClass().add("button-icon");
    Button button = new Button();
    button.setGraphic(graphic);
    button.getStyleClass().add("icon-button");
    return button;
  }

  private static void name(Button button, Tip tip, String what) {
    tip.say(what);
    button.setAccessibleText(what);
  }
}
