package supernode.ui.panel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.analysis.Finding;
import supernode.analysis.Result;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.Workloads;
import supernode.quantity.Messages;
import supernode.ui.Lifetime;
import supernode.ui.ScenarioName;
import supernode.ui.ScenarioWork;
import supernode.ui.Workspace;

/**
 * Key numbers of the workload that is looked at, with a choice among those of the scenario. A click
 * on a number asks where it comes from. Without workloads, the scenarios that have some.
 */
public final class WorkloadNumbers extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Workspace workspace;
  private final Messages messages;
  private final ScenarioWork work;
  private final ComboBox<String> choice = new ComboBox<>();
  private final Label kind = Rows.label("", "chart-subtitle");
  private final AnsweringBar waiting;
  private final ResultRows rows;
  private final Label limit = Rows.prose("", "section-note");
  private final Label story = Rows.prose("", "section-note");
  private final Label assumed = Rows.prose("", "section-note");
  private final VBox refusals = new VBox();
  private final VBox content;
  private final VBox none = new VBox();
  private Optional<ExplanationPopover> popover = Optional.empty();
  private boolean filling;

  public WorkloadNumbers(Workspace workspace, Messages messages, Lifetime lifetime) {
    this.workspace = workspace;
    this.messages = messages;
    work = workspace.work();
    setId("workload-numbers");
    getStyleClass().addAll("chart-card", "workload-numbers");
    rows = new ResultRows(messages, this::ask);
    choice.setId("workload-choice");
    choice.getStyleClass().add("page-choice");
    choice.setAccessibleText(messages.say("panel.workload.choice"));
    choice
        .valueProperty()
        .subscribe(name -> {
          if (!filling && name != null) {
            work.shownProperty().set(name);
          }
        });
    waiting = new AnsweringBar(work, messages);
    content = new VBox(waiting, refusals, story, rows, limit, assumed);
    content.getStyleClass().add("workload-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("chart-scroll");
    setVgrow(scroll, Priority.ALWAYS);
    Button edit =
        Rows.button(
            messages.say("panel.workload.edit"),
            "quiet-button",
            () -> work.looked().ifPresent(work::edit));
    edit.setId("workload-edit");
    edit.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(choice, edit);
    head.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(choice, Priority.ALWAYS);
    kind.setWrapText(true);
    kind.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(head, kind, scroll, none);
    lifetime.watchAll(
        this::show,
        workspace.designProperty(),
        workspace.scenarioProperty(),
        work.shownProperty(),
        work.answersProperty(),
        work.stateProperty());
  }

  private void show() {
    Optional<String> looked = work.looked();
    filling = true;
    List<String> names = List.copyOf(work.workloads().keySet());
    if (!choice.getItems().equals(names)) {
      choice.getItems().setAll(names);
    }
    choice.setValue(looked.orElse(null));
    filling = false;
    boolean any = looked.isPresent();
    getChildren().forEach(child -> Rows.show(child, any == (child != none)));
    if (!any) {
      nothing();
      return;
    }
    Optional<Workloads.Answered> answer = work.lookedAnswer();
    kind.setText(
        messages.say("workload.kind." + work.workloads().get(looked.get()).kind().key())
            + answer.flatMap(WorkloadNumbers::strategy).map(w -> " · " + w).orElse(""));
    ScenarioWork.State at = work.stateProperty().get();
    waiting.show();
    content.pseudoClassStateChanged(STALE, at != ScenarioWork.State.ANSWERED);
    rows.show(answer.map(Workloads.Answered::results).orElse(List.of()), _ -> Optional.empty());
    say(limit, answer.flatMap(Workloads.Answered::limit).map(messages::say));
    say(story, answer.flatMap(Workloads.Answered::story).map(messages::say));
    say(assumed, answer.flatMap(this::assumed));
    refusals
        .getChildren()
        .setAll(
            answer.map(Workloads.Answered::findings).orElse(List.of()).stream()
                .map(this::refusal)
                .toList());
  }

  private Optional<String> assumed(Workloads.Answered answer) {
    return answer
        .answer()
        .asOptional()
        .map(a -> a.notes().stream().map(messages::say).collect(Collectors.joining(" ")))
        .filter(words -> !words.isEmpty());
  }

  /** How the work is split, in the field's short terms. */
  private static Optional<String> strategy(Workloads.Answered answer) {
    return answer
        .answer()
        .asOptional()
        .filter(TrainingAnswer.class::isInstance)
        .map(a -> ((TrainingAnswer) a).calibrated().strategy().toString());
  }

  private static void say(Label label, Optional<String> words) {
    label.setText(words.orElse(""));
    Rows.show(label, words.isPresent());
  }

  private Node refusal(Finding finding) {
    FlowPane ways = new FlowPane();
    ways.getStyleClass().add("finding-ways");
    finding
        .mends()
        .forEach(mend ->
            ways.getChildren()
                .add(
                    Rows.button(
                        messages.say(mend.text()),
                        "mend-way",
                        () -> workspace.perform(mend.edit()))));
    return new VBox(Rows.prose(messages.say(finding.text()), "field-error"), ways);
  }

  /** Says so, and leads to where there is something. */
  private void nothing() {
    none.getChildren().setAll(Rows.prose(messages.say("panel.workload.none"), "section-note"));
    none.getChildren()
        .add(Rows.link(messages.say("panel.workload.toAdd"), "place-link", work::offer));
    workspace
        .design()
        .scenarios()
        .forEach((name, scenario) -> {
          if (!scenario.workloads().isEmpty()) {
            none.getChildren()
                .add(
                    Rows.link(
                        messages.say(
                            "panel.workload.elsewhere",
                            ScenarioName.of(messages, name),
                            scenario.workloads().size()),
                        "place-link",
                        () -> workspace.scenarioProperty().set(name)));
          }
        });
  }

  private void ask(Result result) {
    ExplanationPopover made = popover.orElseGet(() -> new ExplanationPopover(workspace, messages));
    popover = Optional.of(made);
    made.show(rows, result.explanation().get());
  }
}
