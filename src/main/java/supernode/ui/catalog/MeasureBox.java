package supernode.ui.catalog;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import supernode.catalog.browse.Measure;
import supernode.quantity.Messages;

/** A choice of figures by their names. */
final class MeasureBox {
  private MeasureBox() {}

  static ComboBox<Measure> of(List<Measure> measures, Messages messages) {
    ComboBox<Measure> box = new ComboBox<>();
    box.getItems().setAll(measures);
    box.setVisibleRowCount(16);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Measure m) {
            return m == null ? "" : messages.say(m.title());
          }

          @Override
          public Measure fromString(String text) {
            return box.getValue();
          }
        });
    return box;
  }
}
