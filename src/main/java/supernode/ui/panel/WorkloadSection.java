package supernode.ui.panel;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import supernode.analysis.Analysis;
import supernode.analysis.workload.JobStart;
import supernode.analysis.workload.Machine;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.Workloads;
import supernode.design.Setting;
import supernode.design.Workload;
import supernode.design.edit.Edit;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.solve.workload.train.Strategy;
import supernode.ui.ScenarioWork;
import supernode.ui.Workspace;

/** Workloads of the scenario that is shown: which there are, and what is set of the one opened. */
final class WorkloadSection extends Section {
  private final Workspace workspace;
  private final Messages messages;
  private final ScenarioWork work;
  private final VBox list = new VBox();
  private final AnsweringBar answering;
  private final Set<String> open = new HashSet<>();
  private Optional<WorkloadForm> form = Optional.empty();
  private Object shown = "";

  /** All that is shown: as long as it is the same, fields and focus stay. */
  private record Shown(String scenario, Map<String, Workload> workloads, Optional<String> opened) {}

  WorkloadSection(Workspace workspace, Messages messages) {
    super(messages.say("panel.workload.title"));
    this.workspace = workspace;
    this.messages = messages;
    work = workspace.work();
    setId("workload-section");
    for (String first : List.of("job", "requests", "day", "strategy")) {
      open.add(messages.say("job.group." + first));
    }
    MenuButton add = new MenuButton(messages.say("panel.workload.add"));
    add.setId("workload-add");
    add.getStyleClass().add("quiet-button");
    for (Workload.Kind kind : Workload.Kind.values()) {
      MenuItem item = new MenuItem(messages.say("workload.kind." + kind.key()));
      item.setId("workload-add-" + kind.key());
      item.setOnAction(_ -> add(kind));
      add.getItems().add(item);
    }
    heading().getChildren().add(add);
    answering = new AnsweringBar(work, messages);
    getChildren().addAll(answering, list);
  }

  void show() {
    answering.show();
    Optional<String> opened = opened();
    Shown next =
        new Shown(workspace.scenarioProperty().get(), Map.copyOf(work.workloads()), opened);
    Optional<Workload> at = opened.map(work.workloads()::get);
    if (!next.equals(shown)) {
      boolean same =
          shown instanceof Shown(String scenario, Map<String, Workload> workloads, var last)
              && scenario.equals(next.scenario())
              && workloads.keySet().equals(next.workloads().keySet())
              && last.equals(opened)
              && at.isPresent()
              && form.filter(f -> f.fits(at.get())).isPresent();
      shown = next;
      if (same) {
        form.orElseThrow().show(at.orElseThrow());
      } else {
        build();
      }
    }
    form.ifPresent(f -> f.prompt(taken()));
  }

  private Optional<String> opened() {
    return work.editedProperty().get().filter(work.workloads()::containsKey);
  }

  /** What the answer took where the job says nothing. */
  private Map<String, String> taken() {
    Map<String, String> taken = new LinkedHashMap<>();
    opened()
        .flatMap(work::answer)
        .map(Workloads.Answered::answer)
        .flatMap(a -> a.asOptional())
        .ifPresent(answer -> {
          if (answer instanceof TrainingAnswer a) {
            Strategy s = a.calibrated().strategy();
            taken.put("sequence", String.valueOf(a.job().sequence()));
            taken.put("strategy.tp", String.valueOf(s.tp()));
            taken.put("strategy.pp", String.valueOf(s.pp()));
            taken.put("strategy.dp", String.valueOf(s.dp()));
            taken.put("strategy.ep", String.valueOf(s.ep()));
            taken.put("strategy.cp", String.valueOf(s.cp()));
            taken.put("strategy.microbatch", String.valueOf(s.microbatch()));
            taken.put("strategy.interleave", String.valueOf(s.interleave()));
          }
        });
    return taken;
  }

  private void build() {
    Optional<String> opened = opened();
    list.getChildren().clear();
    form = Optional.empty();
    if (work.workloads().isEmpty()) {
      list.getChildren().add(Rows.prose(messages.say("panel.workload.empty"), "section-note"));
    }
    work.workloads()
        .forEach((name, workload) -> {
          boolean seen = opened.filter(name::equals).isPresent();
          HBox row =
              new HBox(
                  Rows.link((seen ? "▾ " : "▸ ") + name, "place-link", () -> turn(name)),
                  Rows.spring(),
                  Rows.label(
                      messages.say("workload.kind." + workload.kind().key()), "section-note"));
          row.setAlignment(Pos.CENTER_LEFT);
          row.getStyleClass().add("inspector-row");
          list.getChildren().add(row);
          if (seen) {
            list.getChildren().add(opened(name, workload));
          }
        });
  }

  private VBox opened(String name, Workload workload) {
    FieldRow naming =
        new FieldRow(messages, messages.say("panel.workload.name"), typed -> rename(name, typed));
    naming.field().setId("workload-name");
    naming.show(name);
    naming.append(
        Rows.iconButton(
            Feather.COPY, messages.say("panel.workload.duplicate"), () -> duplicate(name)),
        Rows.iconButton(
            Feather.TRASH_2,
            messages.say("panel.workload.remove"),
            () -> work.set(name, Optional.empty())));
    WorkloadForm made =
        new WorkloadForm(workload, messages, chips(), open, job -> change(name, job));
    form = Optional.of(made);
    VBox box = new VBox(naming, made);
    box.getStyleClass().add("workload-opened");
    return box;
  }

  private void turn(String name) {
    if (opened().filter(name::equals).isPresent()) {
      work.editedProperty().set(Optional.empty());
    } else {
      work.edit(name);
      work.look(name);
    }
    show();
  }

  private void add(Workload.Kind kind) {
    String name =
        JobStart.name(
            switch (kind) {
              case TRAIN -> "training";
              case SERVE -> "serving";
              case SCHEDULE -> "day";
            },
            work.workloads().keySet());
    open(name, JobStart.of(kind, chips()));
  }

  private void duplicate(String name) {
    open(JobStart.name(name + "-copy", work.workloads().keySet()), work.workloads().get(name));
  }

  private void open(String name, Workload workload) {
    if (work.set(name, Optional.of(workload))) {
      work.edit(name);
      work.look(name);
    }
    show();
  }

  private Optional<Text> rename(String from, String to) {
    if (to.equals(from)) {
      return Optional.empty();
    }
    String before = work.shownProperty().get();
    work.editedProperty().set(Optional.of(to));
    Optional<Text> why =
        Attempt.perform(
            workspace, new Edit.RenameWorkload(workspace.scenarioProperty().get(), from, to));
    if (why.isPresent()) {
      work.editedProperty().set(Optional.of(from));
    } else if (before.equals(from)) {
      work.shownProperty().set(to);
    }
    return why;
  }

  private Optional<Text> change(String name, Setting.Group job) {
    Workload old = work.workloads().get(name);
    return Attempt.perform(
        workspace,
        new Edit.SetWorkload(
            workspace.scenarioProperty().get(), name, Optional.of(new Workload(old.kind(), job))));
  }

  /** Of the machine as it was solved last; 1 where it is not known. */
  private int chips() {
    return workspace
        .analysis()
        .filter(Analysis::complete)
        .flatMap(a -> Machine.counted(a, "").asOptional())
        .map(m -> m.fleet().count())
        .orElse(1);
  }
}
