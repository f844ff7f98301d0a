package supernode.ui.panel;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import supernode.catalog.Confidence;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.browse.ValueEntry;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;

/** One property: its value as a field, how sure it is, and the way back when it is overridden. */
final class PropertyRow extends FieldRow {
  private static final PseudoClass OVERRIDDEN = PseudoClass.getPseudoClass("overridden");

  private final Messages messages;
  private final Property property;
  private final Button badge = new Button();
  private final Tooltip source = new Tooltip();
  private final Button reset;
  private final ComboBox<String> choices = new ComboBox<>();
  private boolean showing;

  /**
   * @param set takes a value; a text says why it cannot
   * @param clear goes back to the value underneath
   * @param why shows where the value comes from
   */
  PropertyRow(
      Messages messages,
      Property property,
      BiFunction<Property, Double, Optional<Text>> set,
      Consumer<Property> clear,
      Consumer<Property> why) {
    super(
        messages,
        messages.say("property." + property.key()),
        typed ->
            switch (ValueEntry.read(typed, property)) {
              case ValueEntry.Accepted(double si) -> set.apply(property, si);
              case ValueEntry.Refused(Text wrong) -> Optional.of(wrong);
            });
    this.messages = messages;
    this.property = property;
    field().setId("property-" + property.key());
    if (!property.choices().isEmpty()) {
      offer(set);
    }
    badge.getStyleClass().add("confidence-badge");
    badge.setMinWidth(USE_PREF_SIZE);
    badge.setOnAction(_ -> why.accept(property));
    source.setWrapText(true);
    source.setMaxWidth(360);
    badge.setTooltip(source);
    reset =
        Rows.iconButton(
            Feather.CORNER_UP_LEFT,
            messages.say("panel.value.reset", name()),
            () -> clear.accept(property));
    reset.setId("reset-" + property.key());
    append(badge, reset);
  }

  private String prefix() {
    return property == Property.VALVE_ACTION ? "valve." : "coolant.";
  }

  private void offer(BiFunction<Property, Double, Optional<Text>> set) {
    choices.setId("property-" + property.key());
    field().setId(null);
    choices.getStyleClass().add("value-choice");
    choices.getItems().setAll(property.choices());
    choices.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String name) {
            return name == null ? "" : messages.say(prefix() + name);
          }

          @Override
          public String fromString(String text) {
            return choices.getValue();
          }
        });
    choices
        .valueProperty()
        .addListener((_, old, now) -> {
          if (!showing
              && now != null
              && set.apply(property, property.choice(now).orElseThrow()).isPresent()) {
            choose(old);
          }
        });
    replaceField(choices);
  }

  private void choose(String name) {
    showing = true;
    choices.setValue(name);
    showing = false;
  }

  void show(Specification.Line line) {
    Optional<Sourced> value = line.value();
    choose(value.flatMap(s -> property.choice(s.value())).orElse(null));
    choices.setPromptText(value.isPresent() ? "" : messages.say("panel.value.mixed"));
    show(value.map(s -> QuantityFormat.format(s.value(), property.dimension())).orElse(""));
    setPrompt(value.isPresent() ? "" : messages.say("panel.value.mixed"));
    OptionalDouble si =
        value.isPresent() ? OptionalDouble.of(value.get().value()) : OptionalDouble.empty();
    field().setAccessibleHelp(si.isPresent() ? null : messages.say("panel.value.mixed"));
    value.ifPresent(this::certainty);
    Rows.show(badge, value.isPresent());
    // Its room stays, so that the values of a column line up.
    reset.setVisible(line.overridden());
    reset.setManaged(line.overridden());
    pseudoClassStateChanged(OVERRIDDEN, line.overridden());
  }

  private void certainty(Sourced sourced) {
    Confidence confidence = sourced.confidence();
    String word = messages.say("confidence." + confidence.key());
    badge.setText(word);
    badge.getStyleClass().removeIf(c -> c.startsWith("confidence-") && !c.endsWith("badge"));
    badge.getStyleClass().add("confidence-" + confidence.key());
    String note = sourced.note().isBlank() ? "" : "\n" + sourced.note();
    source.setText(
        messages.say("panel.confidence." + confidence.key()) + "\n" + sourced.source() + note);
    badge.setAccessibleText(name() + ", " + word + ", " + sourced.source());
  }
}
