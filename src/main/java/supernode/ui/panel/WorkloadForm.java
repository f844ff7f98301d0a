package supernode.ui.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import supernode.analysis.workload.JobField;
import supernode.analysis.workload.JobSheet;
import supernode.analysis.workload.JobStart;
import supernode.catalog.ModelCard;
import supernode.catalog.ModelReader;
import supernode.design.Setting;
import supernode.design.SettingPath;
import supernode.design.Workload;
import supernode.quantity.Messages;
import supernode.quantity.Text;

/** What is set of one workload, subject by subject; an empty field leaves it to the studio. */
final class WorkloadForm extends VBox {
  private static final String OWN = "";

  private final Messages messages;
  private final Function<Setting.Group, Optional<Text>> change;
  private final Set<String> open;
  private final Map<String, ModelCard> models;
  private final List<Consumer<Workload>> shows = new ArrayList<>();
  private final List<Consumer<Map<String, String>>> prompts = new ArrayList<>();
  private final List<List<String>> paths;
  private Workload shown;

  /**
   * @param change takes the whole job as changed; a text says why it cannot
   * @param open titles of the subjects that are seen, kept by the caller
   * @param chips of the machine
   */
  WorkloadForm(
      Workload first,
      Messages messages,
      int chips,
      Set<String> open,
      Function<Setting.Group, Optional<Text>> change) {
    this.messages = messages;
    this.change = change;
    this.open = open;
    models = ModelReader.shipped();
    shown = first;
    paths = paths(first);
    getStyleClass().add("workload-form");
    setId("workload-form");
    if (first.kind() != Workload.Kind.SCHEDULE) {
      getChildren().add(model());
    }
    JobSheet.of(first).forEach(this::add);
    if (first.kind() == Workload.Kind.SCHEDULE) {
      getChildren().addAll(more("classes", JobStart.jobs(chips)));
      getChildren().addAll(more("jobs", JobStart.listed(chips)));
      getChildren().addAll(more("services", JobStart.service(chips)));
    }
    show(first);
  }

  private static List<List<String>> paths(Workload workload) {
    return JobSheet.of(workload).stream()
        .map(g -> g.fields().stream().map(JobField::path).toList())
        .toList();
  }

  /** Whether this form has the fields that a workload needs. */
  boolean fits(Workload workload) {
    return workload.kind() == shown.kind() && paths(workload).equals(paths);
  }

  void show(Workload workload) {
    shown = workload;
    // A subject that is opened adds its own.
    List.copyOf(shows).forEach(s -> s.accept(workload));
  }

  /** What the studio takes where nothing is set, by the place in the job. */
  void prompt(Map<String, String> taken) {
    prompts.forEach(p -> p.accept(taken));
  }

  private Optional<Text> set(String path, Optional<Setting> value) {
    return change.apply(SettingPath.with(shown.job(), path, value));
  }

  private Node model() {
    List<String> ids = new ArrayList<>(models.keySet());
    ids.removeIf(id -> models.get(id).kind() == ModelCard.Kind.RECOMMENDER);
    ids.sort(Comparator.comparing(id -> models.get(id).name()));
    ids.add(OWN);
    ChoiceRow<String> row =
        new ChoiceRow<>(
            messages.say("job.field.model"),
            id -> models.containsKey(id) ? models.get(id).name() : messages.say("job.model.own"),
            id -> set("model", Optional.of(id.equals(OWN) ? own() : new Setting.Word(id))));
    row.setId("workload-model");
    shows.add(w ->
        row.show(
            ids,
            w.job().members().get("model") instanceof Setting.Word(String id)
                ? id
                : w.job().members().containsKey("model") ? OWN : null));
    return row;
  }

  /** A shape to change, beginning as that of the model that was chosen. */
  private Setting own() {
    Map<String, Setting> shape = new LinkedHashMap<>();
    Optional<ModelCard> like =
        SettingPath.get(shown.job(), "model")
            .map(m -> m instanceof Setting.Word(String id) ? id : OWN)
            .map(models::get);
    shape.put("name", new Setting.Word(like.map(ModelCard::name).orElse("own") + "*"));
    like.ifPresent(card -> {
      shape.put("kind", new Setting.Word(card.kind().key()));
      card.values()
          .forEach((field, values) -> {
            if (!field.key().startsWith("published")) {
              shape.put(field.key(), new Setting.Amount(values.getFirst().value()));
            }
          });
    });
    return new Setting.Group(shape);
  }

  private void add(JobSheet.Group group) {
    String title = messages.say(group.title());
    VBox fields = new VBox();
    Hyperlink head =
        Rows.link(
            "",
            "group-head",
            () -> {
              if (!open.remove(title)) {
                open.add(title);
              }
              show(shown);
            });
    HBox line = new HBox(head, Rows.spring());
    group
        .item()
        .ifPresent(at ->
            line.getChildren()
                .add(
                    Rows.iconButton(
                        Feather.X,
                        messages.say("job.item.remove", title),
                        () -> set(at, Optional.empty()))));
    getChildren().addAll(line, fields);
    shows.add(w -> {
      boolean seen = open.contains(title);
      if (seen && fields.getChildren().isEmpty()) {
        group.fields().forEach(f -> fields.getChildren().add(row(f)));
      }
      Rows.show(fields, seen);
      long set = group.set(w.job());
      head.setText(
          (seen ? "▾ " : "▸ ") + (set == 0 ? title : messages.say("job.group.set", title, set)));
    });
  }

  private Node row(JobField field) {
    return switch (field.type()) {
      case CHOICE, TRUTH -> choice(field);
      default -> typed(field);
    };
  }

  private Node choice(JobField field) {
    List<String> choices = new ArrayList<>(field.words());
    choices.addFirst("");
    ChoiceRow<String> row =
        new ChoiceRow<>(
            messages.say(field.label()),
            word ->
                word.isEmpty()
                    ? messages.say("job.word.otherwise", say(field.otherwise()))
                    : say(word),
            word ->
                set(field.path(), word.isEmpty() ? Optional.empty() : field.read(word).value()));
    row.setId("job-" + field.path());
    Consumer<Workload> show =
        w ->
            row.show(
                choices, field.shown(SettingPath.get(w.job(), field.path())).replace("\"", ""));
    shows.add(show);
    show.accept(shown);
    return row;
  }

  private String say(String word) {
    return messages.say("job.word." + word);
  }

  private Node typed(JobField field) {
    FieldRow row =
        new FieldRow(
            messages,
            messages.say(field.label()),
            text -> {
              if (text.isBlank()) {
                return set(field.path(), Optional.empty());
              }
              JobField.Read read = field.read(text);
              return read.why().isPresent() ? read.why() : set(field.path(), read.value());
            });
    row.allowEmpty();
    row.field().setId("job-" + field.path());
    Consumer<Workload> show = w -> row.show(field.shown(SettingPath.get(w.job(), field.path())));
    shows.add(show);
    show.accept(shown);
    Consumer<Map<String, String>> prompt =
        taken -> row.setPrompt(taken.getOrDefault(field.path(), field.otherwise()));
    prompts.add(prompt);
    prompt.accept(Map.of());
    return row;
  }

  private Node more(String list, Setting.Group item) {
    return Rows.link(
        messages.say("job.add." + list),
        "place-link",
        () -> {
          int size =
              SettingPath.get(shown.job(), list).orElse(null)
                      instanceof Setting.Listing(List<Setting> items)
                  ? items.size()
                  : 0;
          set(list + "[" + size + "]", Optional.of(item));
        });
  }
}
