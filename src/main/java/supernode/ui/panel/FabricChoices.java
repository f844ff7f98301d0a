package supernode.ui.panel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import supernode.analysis.FabricAnswer;
import supernode.analysis.RoutingChoices;
import supernode.design.Fabric;
import supernode.design.Routing;
import supernode.design.Scenario;
import supernode.design.Traffic;
import supernode.design.TrafficPattern;
import supernode.design.TrafficPatterns;
import supernode.design.Workload;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import supernode.ui.Workspace;

/** Routing of a fabric and its traffic in the scenario, to choose and to type. */
final class FabricChoices extends VBox {
  private final Workspace workspace;
  private final Messages messages;
  private final Fabric fabric;
  private Object shown = "";
  private Optional<Text> importProblem = Optional.empty();

  /** What is read from a file. */
  private Optional<Text> working = Optional.empty();

  /** The workload of which it is worked out what it sends. */
  private Optional<String> inducing = Optional.empty();

  /** All that is shown: as long as it is the same, fields and focus stay. */
  private record Shown(
      Routing routing,
      List<Traffic> traffic,
      Set<String> workloads,
      Optional<FabricAnswer.RoutingAnswer> answer) {}

  FabricChoices(Workspace workspace, Messages messages, Fabric fabric) {
    this.workspace = workspace;
    this.messages = messages;
    this.fabric = fabric;
    getStyleClass().add("fabric-choices");
    setId("choices-" + fabric.key());
  }

  void show(Scenario scenario) {
    Routing routing = workspace.design().routing(fabric);
    Optional<FabricAnswer.RoutingAnswer> answer =
        workspace
            .analysis()
            .flatMap(a -> Optional.ofNullable(a.networks().get(fabric)))
            .flatMap(o -> o.asOptional())
            .map(FabricAnswer::routing);
    Shown next = new Shown(routing, scenario.traffic(), scenario.workloads().keySet(), answer);
    if (next.equals(shown)) {
      return;
    }
    if (shown instanceof Shown) {
      importProblem = Optional.empty();
    }
    shown = next;
    List<Node> rows = new ArrayList<>();
    routing(routing, answer, rows);
    List<Traffic> all = scenario.traffic();
    boolean any = false;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).fabric() == fabric) {
        traffic(all, i, rows);
        any = true;
      }
    }
    if (!any) {
      pattern(new TrafficPattern.AllToAll(), p -> set(added(all, p)), rows);
    }
    rows.add(
        Rows.link(
            messages.say("panel.fabric.addTraffic"),
            "place-link",
            () -> set(added(all, new TrafficPattern.AllToAll()))));
    rows.add(
        working
            .map(this::turning)
            .orElseGet(() ->
                Rows.link(
                    messages.say("panel.fabric.importMatrix"),
                    "place-link",
                    () -> askMatrix(all))));
    scenario
        .workloads()
        .forEach((name, w) -> {
          if (w.kind() == Workload.Kind.TRAIN) {
            rows.add(induced(name, all));
          }
        });
    importProblem.ifPresent(why -> rows.add(Rows.prose(messages.say(why), "field-error")));
    getChildren().setAll(rows);
  }

  private void askMatrix(List<Traffic> all) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.say("panel.fabric.importMatrix"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("CSV, JSON", "*.csv", "*.json"));
    Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
        .ifPresent(file -> readMatrix(file.toPath(), all));
  }

  private void readMatrix(Path file, List<Traffic> all) {
    working = Optional.of(Text.of("panel.fabric.readingMatrix", file.getFileName().toString()));
    refuse(Optional.empty());
    workspace
        .work()
        .readMatrix(
            file,
            read -> {
              working = Optional.empty();
              read.asOptional().ifPresent(p -> sendOnly(p, all));
              read.whyNot().ifPresent(why -> refuse(Optional.of(why)));
            });
  }

  private Node turning(Text what) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.getStyleClass().add("row-progress");
    HBox row = new HBox(turning, Rows.prose(messages.say(what), "section-note"));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("working-row");
    return row;
  }

  /** Takes what a training step sends; its strategy may have to be searched first. */
  private Node induced(String name, List<Traffic> all) {
    if (inducing.filter(name::equals).isPresent()) {
      return turning(Text.of("panel.fabric.inducing", name));
    }
    Node link =
        Rows.link(
            messages.say("panel.fabric.induced", name),
            "place-link",
            () -> sendWhatSends(name, all));
    link.setDisable(inducing.isPresent());
    return link;
  }

  private void sendWhatSends(String name, List<Traffic> all) {
    inducing = Optional.of(name);
    refuse(Optional.empty());
    workspace
        .work()
        .induce(
            name,
            fabric,
            induced -> {
              inducing = Optional.empty();
              induced.asOptional().ifPresent(p -> sendOnly(p, all));
              induced.whyNot().ifPresent(why -> refuse(Optional.of(why)));
            });
  }

  /** In place of what the fabric sends now. */
  private void sendOnly(TrafficPattern pattern, List<Traffic> all) {
    List<Traffic> next = new ArrayList<>(all);
    next.removeIf(t -> t.fabric() == fabric);
    next.add(new Traffic(fabric, pattern));
    refuse(set(next));
  }

  private void refuse(Optional<Text> why) {
    importProblem = why;
    shown = "";
    show(
        workspace
            .design()
            .scenarios()
            .getOrDefault(workspace.scenarioProperty().get(), Scenario.DEFAULT));
  }

  private void routing(
      Routing routing, Optional<FabricAnswer.RoutingAnswer> answer, List<Node> rows) {
    Map<Routing, Optional<Text>> choices = RoutingChoices.of(workspace.design(), fabric);
    List<Routing> legal = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    choices.forEach((r, why) -> {
      if (r.key().equals(routing.key())) {
        legal.add(routing);
      } else if (why.isEmpty()) {
        legal.add(r);
      } else {
        refused.add(name(r) + ": " + messages.say(why.get()));
      }
    });
    ChoiceRow<Routing> row =
        new ChoiceRow<>(
            messages.say("panel.fabric.routing"),
            this::name,
            r -> Attempt.perform(workspace, new Edit.SetRouting(fabric, r)));
    row.setId("routing-" + fabric.key());
    row.show(legal, routing);
    rows.add(row);
    for (NumberForm<Routing> form : NumberForm.of(routing)) {
      rows.add(number(form, r -> Attempt.perform(workspace, new Edit.SetRouting(fabric, r))));
    }
    answer.ifPresent(a ->
        rows.add(
            a.whyNot().isPresent()
                ? Rows.prose(messages.say(a.whyNot().get()), "field-error")
                : Rows.prose(messages.say(a.deadlock()), "section-note")));
    if (!refused.isEmpty()) {
      rows.add(
          Rows.prose(
              messages.say("panel.fabric.refused", String.join(" ", refused)), "section-note"));
    }
  }

  private String name(Routing routing) {
    return messages.say("routing." + routing.key());
  }

  private void traffic(List<Traffic> all, int index, List<Node> rows) {
    Traffic one = all.get(index);
    Function<Traffic, Optional<Text>> change = t -> set(replaced(all, index, t));
    Function<TrafficPattern, Optional<Text>> repattern =
        p -> change.apply(new Traffic(fabric, p, one.weight(), one.limitBytesPerS()));
    pattern(one.pattern(), repattern, rows);
    NumberForm.of(one.pattern()).forEach(form -> rows.add(number(form, repattern)));
    FieldRow limit =
        new FieldRow(
            messages,
            messages.say("panel.fabric.limit"),
            typed ->
                limit(
                    typed, l -> change.apply(new Traffic(fabric, one.pattern(), one.weight(), l))));
    limit.field().setId("limit-" + fabric.key() + "-" + index);
    limit.show(
        one.limitBytesPerS().isPresent()
            ? QuantityFormat.format(one.limitBytesPerS().getAsDouble(), Dimension.BANDWIDTH)
            : "");
    limit.field().setPromptText(messages.say("panel.fabric.noLimit"));
    rows.add(limit);
    FieldRow weight =
        new FieldRow(
            messages,
            messages.say("panel.fabric.weight"),
            typed ->
                Numbers.real(typed)
                    .map(w ->
                        change.apply(new Traffic(fabric, one.pattern(), w, one.limitBytesPerS())))
                    .orElseGet(() -> Optional.of(Text.of("panel.value.number", typed))));
    weight.show(QuantityFormat.number(one.weight()));
    rows.add(weight);
    rows.add(
        Rows.link(
            messages.say("panel.fabric.removeTraffic"),
            "place-link",
            () -> set(replaced(all, index, null))));
  }

  private void pattern(
      TrafficPattern now, Function<TrafficPattern, Optional<Text>> chosen, List<Node> rows) {
    List<TrafficPattern> choices = new ArrayList<>();
    TrafficPatterns.BY_KEY
        .values()
        .forEach(p -> {
          if (p.key().equals(now.key())) {
            choices.add(now);
          } else if (!(p instanceof TrafficPattern.Matrix)) {
            // A matrix comes from a file.
            choices.add(p);
          }
        });
    ChoiceRow<TrafficPattern> row =
        new ChoiceRow<>(
            messages.say("panel.fabric.traffic"), p -> messages.say("traffic." + p.key()), chosen);
    row.getStyleClass().add("traffic-choice");
    row.show(choices, now);
    rows.add(row);
  }

  private <T> FieldRow number(NumberForm<T> form, Function<T, Optional<Text>> take) {
    FieldRow row =
        new FieldRow(
            messages,
            messages.say("panel.number." + form.name()),
            typed ->
                form.typed()
                    .apply(typed)
                    .map(take)
                    .orElseGet(() -> Optional.of(Text.of("panel.value.number", typed))));
    row.field().setId("number-" + fabric.key() + "-" + form.name());
    row.show(form.value());
    return row;
  }

  /** Nothing typed is no limit. */
  private static Optional<Text> limit(String typed, Function<OptionalDouble, Optional<Text>> take) {
    if (typed.isBlank()) {
      return take.apply(OptionalDouble.empty());
    }
    try {
      return take.apply(OptionalDouble.of(QuantityFormat.parse(typed, Dimension.BANDWIDTH)));
    } catch (QuantityException e) {
      return Optional.of(e.text());
    }
  }

  private List<Traffic> added(List<Traffic> all, TrafficPattern pattern) {
    List<Traffic> next = new ArrayList<>(all);
    next.add(new Traffic(fabric, pattern));
    return next;
  }

  private static List<Traffic> replaced(List<Traffic> all, int index, Traffic with) {
    List<Traffic> next = new ArrayList<>(all);
    next.remove(index);
    if (with != null) {
      next.add(index, with);
    }
    return next;
  }

  private Optional<Text> set(List<Traffic> next) {
    return Attempt.perform(
        workspace, new Edit.SetTraffic(workspace.scenarioProperty().get(), next));
  }
}
