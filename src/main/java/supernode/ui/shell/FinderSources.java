package supernode.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.catalog.Part;
import supernode.design.InstancePath;
import supernode.design.Places;
import supernode.design.Workload;
import supernode.quantity.Messages;
import supernode.ui.Command;
import supernode.ui.ScenarioName;
import supernode.ui.Selection;
import supernode.ui.Workspace;
import supernode.ui.canvas.PaletteItem;
import supernode.ui.shell.Finder.Entry;
import supernode.ui.shell.Finder.Kind;
import supernode.ui.shell.Finder.Source;

/** What the finder looks through. */
final class FinderSources {
  private final Workspace workspace;
  private final Messages messages;

  FinderSources(Workspace workspace, Messages messages) {
    this.workspace = workspace;
    this.messages = messages;
  }

  /** Commands are found by their English words too, whatever the window speaks. */
  Source commands(Supplier<List<Command>> commands) {
    Messages english = new Messages(Locale.ENGLISH);
    return _ ->
        commands.get().stream()
            .filter(c -> c.enabled().get())
            .map(c ->
                new Entry(
                    Kind.COMMAND,
                    messages.say(c.label().getValue()),
                    menu(c),
                    english.say(c.label().getValue()),
                    c.icon(),
                    Keys.shown(c),
                    c::run));
  }

  private String menu(Command c) {
    return messages.say("ui.menu." + c.menu().name().toLowerCase(Locale.ROOT));
  }

  /** Catalogue parts and the design's own assemblies, to be put on the drawing. */
  Source parts(Consumer<PaletteItem> place) {
    return query ->
        query.isEmpty()
            ? Stream.empty()
            : workspace.library().parts().values().stream().map(p -> part(p, place));
  }

  private Entry part(Part p, Consumer<PaletteItem> place) {
    String kind = messages.say("kind." + p.kind().key());
    String detail = p.vendor().isEmpty() ? kind : kind + " · " + p.vendor();
    return new Entry(
        Kind.PART,
        messages.say("ui.finder.add", p.name()),
        detail,
        p.id(),
        "fth-plus-square",
        "",
        () -> place.accept(new PaletteItem(p.id(), false, p.name())));
  }

  Source places() {
    return query ->
        new PlaceSearch(workspace.design()).find(query).stream().map(path -> place(query, path));
  }

  private Entry place(String query, InstancePath path) {
    String what = workspace.places().find(path).map(this::name).orElse("");
    // The search of places has matched the words already; as alias they make the finder agree.
    return new Entry(Kind.PLACE, path.toString(), what, query, "fth-map-pin", "", () -> go(path));
  }

  private String name(Places.Found found) {
    return found
        .part()
        .map(Part::name)
        .or(() -> found.inner().map(id -> workspace.design().assemblies().get(id).name()))
        .orElse("");
  }

  private void go(InstancePath path) {
    workspace.enteredProperty().set(path.isRoot() ? path : path.parent());
    workspace.select(Selection.of(path.toString()));
  }

  /**
   * Workloads of all scenarios of the design; one that is found is looked at under its scenario.
   *
   * @param open brings to light what shows workloads
   */
  Source workloads(Runnable open) {
    return query ->
        query.isEmpty()
            ? Stream.empty()
            : workspace.design().scenarios().entrySet().stream()
                .flatMap(s ->
                    s.getValue().workloads().entrySet().stream()
                        .map(w -> workload(s.getKey(), w.getKey(), w.getValue().kind(), open)));
  }

  private Entry workload(String scenario, String name, Workload.Kind kind, Runnable open) {
    return new Entry(
        Kind.WORKLOAD,
        name,
        messages.say("workload.kind." + kind.key()) + " · " + ScenarioName.of(messages, scenario),
        "",
        "fth-activity",
        "",
        () -> {
          open.run();
          workspace.scenarioProperty().set(scenario);
          workspace.work().look(name);
        });
  }

  Source findings() {
    return query ->
        query.isEmpty()
            ? Stream.empty()
            : workspace.analysis().map(Analysis::findings).orElse(List.of()).stream()
                .map(this::finding);
  }

  private Entry finding(Finding f) {
    return new Entry(
        Kind.FINDING,
        messages.say(f.text()),
        f.places().isEmpty() ? "" : f.places().getFirst(),
        "",
        "fth-alert-triangle",
        "",
        () -> {
          if (!f.places().isEmpty()) {
            go(InstancePath.parse(f.places().getFirst()));
            workspace.select(Selection.of(f.places()));
          }
        });
  }

  Source samples(Documents documents) {
    return query ->
        query.isEmpty()
            ? Stream.empty()
            : documents.files().samples().stream()
                .flatMap(group -> group.names().stream())
                .map(name ->
                    new Entry(
                        Kind.SAMPLE,
                        messages.say("ui.finder.sample", sampleName(name)),
                        "",
                        "",
                        "fth-book-open",
                        "",
                        () -> documents.openSample(name)));
  }

  private String sampleName(String name) {
    String key = "ui.sample." + name + ".name";
    return messages.has(key) ? messages.say(key) : name;
  }
}
