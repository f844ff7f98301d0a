package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.analysis.Analysis;
import supernode.analysis.loop.Incident;
import supernode.design.Ambient;
import supernode.design.Damage;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import supernode.ui.ScenarioName;
import supernode.ui.Selection;
import supernode.ui.SignalFabrics;
import supernode.ui.Workspace;

/** What happens to the design in the scenario that is shown: surroundings, traffic, faults. */
final class ScenarioSection extends Section {
  // Facility water and room air beyond this are typing errors, not weather.
  private static final double COLDEST_C = -50;
  private static final double HOTTEST_C = 100;

  private final Workspace workspace;
  private final Messages messages;
  private final List<AmbientField> ambient = new ArrayList<>();
  private final VBox weather = new VBox();
  private final VBox traffic = new VBox();
  private final VBox faults = new VBox();
  private List<FabricRow> rows = List.of();
  private Optional<HBox> incidents = Optional.empty();

  private record AmbientField(FieldRow row, Dimension dimension, ToDoubleFunction<Ambient> read) {}

  ScenarioSection(Workspace workspace, Messages messages) {
    super("");
    this.workspace = workspace;
    this.messages = messages;
    setId("scenario-section");
    field("facilityWater", Ambient::facilityWaterC, Ambient::withFacilityWaterC);
    field("air", Ambient::airC, Ambient::withAirC);
    field("dewPoint", Ambient::dewPointC, Ambient::withDewPointC);
    field("outdoor", Ambient::outdoorC, Ambient::withOutdoorC);
    field("wetBulb", Ambient::wetBulbC, Ambient::withWetBulbC);
    field(
        "carbon",
        Dimension.FACTOR,
        0,
        Ambient.MAX_CARBON_KG_PER_KWH,
        Ambient::carbonKgPerKWh,
        Ambient::withCarbonKgPerKWh);
    ambient.forEach(f -> getChildren().add(f.row()));
    getChildren().addAll(weather, traffic, faults);
  }

  void show() {
    Scenario scenario = scenario();
    String name = ScenarioName.of(messages, workspace.scenarioProperty().get());
    setTitle(messages.say("panel.scenario.title", name));
    ambient.forEach(f ->
        f.row()
            .show(
                QuantityFormat.format(f.read().applyAsDouble(scenario.ambient()), f.dimension())));
    List<Fabric> fabrics = SignalFabrics.of(workspace.design());
    if (!fabrics.equals(rows.stream().map(FabricRow::fabric).toList())) {
      rows = fabrics.stream().map(f -> new FabricRow(workspace, messages, f)).toList();
      traffic.getChildren().setAll(rows);
    }
    rows.forEach(r -> r.show(scenario));
    weather.getChildren().setAll(weather(scenario));
    HBox failed = new HBox(Rows.label(messages.say("panel.scenario.faults"), "row-label"));
    line(failed);
    faults.getChildren().setAll(failed);
    if (scenario.faults().isEmpty() && scenario.damage().isEmpty()) {
      faults.getChildren().add(Rows.prose(messages.say("panel.scenario.noFaults"), "section-note"));
    }
    for (String place : scenario.faults()) {
      HBox row =
          new HBox(
              Rows.link(place, "place-link", () -> workspace.select(Selection.of(place))),
              Rows.spring(),
              Rows.button(
                  messages.say("panel.mend"),
                  "quiet-button",
                  () -> workspace.perform(new Edit.SetFault(name(), place, false))));
      line(row);
      faults.getChildren().add(row);
    }
    for (int i = 0; i < scenario.damage().size(); i++) {
      faults.getChildren().add(damage(scenario.damage(), i));
    }
  }

  /** As high as the rows of numbers. */
  private static void line(HBox row) {
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("inspector-row");
  }

  private HBox weather(Scenario scenario) {
    HBox row =
        new HBox(Rows.label(messages.say("panel.scenario.weather"), "row-label"), Rows.spring());
    row.setId("scenario-weather");
    line(row);
    scenario
        .weather()
        .ifPresentOrElse(
            year ->
                row.getChildren()
                    .addAll(
                        Rows.label(
                            messages.say(
                                "panel.scenario.weatherHours",
                                year.source(),
                                Math.round(year.hours())),
                            "section-note"),
                        Rows.button(
                            messages.say("panel.scenario.noWeather"),
                            "quiet-button",
                            () ->
                                workspace.perform(new Edit.SetWeather(name(), Optional.empty())))),
            () ->
                row.getChildren()
                    .add(Rows.label(messages.say("panel.scenario.weatherNone"), "section-note")));
    return row;
  }

  /** Offers to play what can happen to the loop, once there is a solved one. */
  void offer(Analysis analysis) {
    boolean cooled = analysis.complete() && analysis.cooling().asOptional().isPresent();
    if (cooled && incidents.isEmpty()) {
      Button play = Rows.button(messages.say("panel.scenario.whatIf"), "quiet-button", () -> {});
      play.setId("scenario-what-if");
      play.setOnAction(_ -> whatIf().show(play, Side.BOTTOM, 0, 0));
      HBox row =
          new HBox(
              Rows.label(messages.say("panel.scenario.overTime"), "row-label"),
              Rows.spring(),
              play);
      line(row);
      incidents = Optional.of(row);
      getChildren().add(row);
    }
    incidents.ifPresent(row -> Rows.show(row, cooled));
  }

  private ContextMenu whatIf() {
    ContextMenu menu = new ContextMenu();
    for (Incident incident : Incident.everywhere()) {
      MenuItem item = new MenuItem(messages.say(incident.text()));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> workspace.replay().start(incident));
      menu.getItems().add(item);
    }
    return menu;
  }

  private HBox damage(List<Damage> all, int index) {
    Damage one = all.get(index);
    List<Damage> others = new ArrayList<>(all);
    others.remove(index);
    Label words = Rows.prose(messages.say(one.text()), "section-note");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row =
        new HBox(
            words,
            Rows.spring(),
            Rows.button(
                messages.say("panel.mend"),
                "quiet-button",
                () -> workspace.perform(new Edit.SetDamage(name(), others))));
    line(row);
    return row;
  }

  private void field(
      String key, ToDoubleFunction<Ambient> read, BiFunction<Ambient, Double, Ambient> change) {
    field(key, Dimension.TEMPERATURE, COLDEST_C, HOTTEST_C, read, change);
  }

  private void field(
      String key,
      Dimension dimension,
      double least,
      double most,
      ToDoubleFunction<Ambient> read,
      BiFunction<Ambient, Double, Ambient> change) {
    FieldRow row =
        new FieldRow(
            messages,
            messages.say("panel.scenario." + key),
            typed -> {
              double value;
              try {
                value = QuantityFormat.parse(typed, dimension);
              } catch (QuantityException e) {
                return Optional.of(e.text());
              }
              if (value < least || value > most) {
                return Optional.of(
                    Text.of(
                        "panel.value.bounds",
                        QuantityFormat.format(least, dimension),
                        QuantityFormat.format(most, dimension)));
              }
              Ambient next = change.apply(scenario().ambient(), value);
              return Attempt.perform(workspace, new Edit.SetAmbient(name(), next));
            });
    row.field().setId("ambient-" + key);
    ambient.add(new AmbientField(row, dimension, read));
  }

  private String name() {
    return workspace.scenarioProperty().get();
  }

  private Scenario scenario() {
    return workspace.design().scenarios().getOrDefault(name(), Scenario.DEFAULT);
  }
}
