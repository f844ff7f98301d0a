package supernode.ui.create;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import supernode.catalog.Catalog;
import supernode.catalog.Part;
import supernode.design.template.Parameters;
import supernode.design.template.SupernodeTemplate;
import supernode.figure.Palette;
import supernode.quantity.Messages;
import supernode.ui.panel.PartPicker;
import supernode.ui.panel.Rows;

/** A field for each parameter, with what speaks against it under it. */
final class ParameterFields extends VBox {
  private static final Map<String, List<String>> GROUPS = groups();

  /** What stands beside each other; what has no effect now is not shown. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("chip"),
          List.of("domain", "perTray"),
          List.of("fabric"),
          List.of("taper"),
          List.of("cooling"),
          List.of("rack"),
          List.of("rackKW"),
          List.of("domains", "oversubscription"),
          List.of("scaleOut"),
          List.of("nic"));

  /** A parameter with a value, as the command line takes it. */
  private static final Pattern PARAMETER =
      Pattern.compile("\\b(" + String.join("|", Parameters.KEYS) + ")=([\\w-]+)");

  private final NewForm form;
  private final Catalog catalog;
  private final Messages messages;
  private final Palette palette;
  private final Runnable changed;
  private final Map<String, VBox> cells = new LinkedHashMap<>();
  private final Map<String, Label> problems = new LinkedHashMap<>();

  /**
   * @param changed called after the form has taken a value
   */
  ParameterFields(
      NewForm form, Catalog catalog, Messages messages, Palette palette, Runnable changed) {
    super(3);
    this.form = form;
    this.catalog = catalog;
    this.messages = messages;
    this.palette = palette;
    this.changed = changed;
    getStyleClass().add("parameter-fields");
    GROUPS.forEach((group, parameters) -> {
      Label head = new Label(messages.say("ui.new.group." + group).toUpperCase(Locale.ROOT));
      head.getStyleClass().add("section-head");
      getChildren().add(head);
      parameters.forEach(this::make);
      ROWS.stream().filter(row -> parameters.contains(row.getFirst())).forEach(this::row);
    });
    show();
  }

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("domain", List.of("chip", "domain", "perTray", "fabric", "taper"));
    groups.put("racks", List.of("cooling", "rack", "rackKW"));
    groups.put("cluster", List.of("domains", "scaleOut", "nic", "oversubscription"));
    return groups;
  }

  private void row(List<String> parameters) {
    HBox row = new HBox(12);
    for (String parameter : parameters) {
      VBox cell = cells.get(parameter);
      HBox.setHgrow(cell, Priority.ALWAYS);
      cell.setPrefWidth(100);
      row.getChildren().add(cell);
    }
    getChildren().add(row);
    // A sentence takes the whole width, also under half a field.
    parameters.forEach(p -> getChildren().add(problems.get(p)));
  }

  private void make(String parameter) {
    Node field =
        switch (parameter) {
          case "chip", "rack", "nic" -> picker(parameter);
          case "fabric" -> choice(parameter, Parameters.Wiring.values());
          case "cooling" -> choice(parameter, Parameters.Cooling.values());
          case "scaleOut" -> choice(parameter, Parameters.Network.values());
          default -> number(parameter);
        };
    String said = messages.say("ui.new.field." + parameter);
    Label label = new Label(said);
    label.setLabelFor(field);
    Label problem = new Label();
    problem.setId("problem-" + parameter);
    problem.getStyleClass().addAll("error-text", "field-problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problems.put(parameter, problem);
    VBox cell = new VBox(1, label, field);
    String hint = "ui.new.hint." + parameter;
    if (messages.has(hint)) {
      cell.getChildren().add(Rows.prose(messages.say(hint), "section-note"));
    }
    cells.put(parameter, cell);
  }

  private Node picker(String parameter) {
    List<Part> parts = SupernodeTemplate.parts(parameter, catalog);
    PartPicker picker =
        new PartPicker(parts, messages, palette, part -> take(parameter, part.id()));
    picker.setButtonId("new-" + parameter);
    catalog.part(form.value(parameter)).ifPresent(picker::show);
    return picker;
  }

  private Node choice(String parameter, Enum<?>[] all) {
    ComboBox<String> box = new ComboBox<>();
    box.setId("new-" + parameter);
    box.setMaxWidth(Double.MAX_VALUE);
    box.getItems().setAll(Arrays.stream(all).map(Parameters::key).toList());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String key) {
            return key == null ? "" : messages.say("ui.new.choice." + parameter + "." + key);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    box.setValue(form.value(parameter));
    box.valueProperty().subscribe((_, key) -> take(parameter, key));
    return box;
  }

  private Node number(String parameter) {
    TextField field = new TextField(form.value(parameter));
    field.setId("new-" + parameter);
    field.textProperty().subscribe((_, text) -> take(parameter, text));
    field.setOnKeyPressed(e -> {
      int step = e.getCode() == KeyCode.UP ? 1 : e.getCode() == KeyCode.DOWN ? -1 : 0;
      if (step != 0 && field.getText().strip().matches("\\d{1,6}")) {
        field.setText(
            String.valueOf(Math.max(0, Integer.parseInt(field.getText().strip()) + step)));
        field.end();
        e.consume();
      }
    });
    return field;
  }

  private void take(String parameter, String value) {
    form.set(parameter, value);
    show();
    changed.run();
  }

  /** A sentence that names parameters as the command line does, in the words of the form. */
  private String said(String sentence) {
    return PARAMETER
        .matcher(sentence)
        .replaceAll(m -> {
          String choice = "ui.new.choice." + m.group(1) + "." + m.group(2);
          String value = messages.has(choice) ? messages.say(choice) : m.group(2);
          String field = messages.say("ui.new.field." + m.group(1));
          return Matcher.quoteReplacement(messages.say("ui.new.value", field, value));
        });
  }

  private void show() {
    cells.forEach((parameter, cell) -> {
      cell.setVisible(form.matters(parameter));
      cell.setManaged(cell.isVisible());
    });
    problems.forEach((parameter, label) -> {
      label.setText(form.problem(parameter).map(messages::say).map(this::said).orElse(""));
      label.setManaged(!label.getText().isEmpty());
      label.setVisible(label.isManaged());
    });
  }
}
