package supernode.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.Overlay;
import supernode.analysis.Proposal;
import supernode.analysis.Sizing;
import supernode.analysis.reliability.Verdict;
import supernode.analysis.workload.Workloads;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.design.Carried;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.InstancePath;
import supernode.design.Places;
import supernode.design.edit.Edit;
import supernode.design.edit.History;
import supernode.quantity.Text;

/**
 * What is open: the design with its history, what is selected and looked at, and the newest
 * analysis. All methods are called on the JavaFX thread.
 *
 * <p>The one way to change the design is {@link #perform}; view state (selection, entered assembly,
 * overlay, scenario shown) is not part of the history, except that undo selects again what was
 * selected.
 */
public final class Workspace {
  private final ReadOnlyObjectWrapper<Catalog> catalog = new ReadOnlyObjectWrapper<>();
  private final Solving solving;
  private final ReadOnlyObjectWrapper<History<Selection>> history = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Design> design = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Analysis> analysis = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Boolean> stale = new ReadOnlyObjectWrapper<>(false);
  private final ReadOnlyObjectWrapper<Integer> revision = new ReadOnlyObjectWrapper<>(0);
  private final ReadOnlyObjectWrapper<Integer> openings = new ReadOnlyObjectWrapper<>(0);
  private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);
  private final ObjectProperty<InstancePath> entered =
      new SimpleObjectProperty<>(InstancePath.ROOT);
  private final ObjectProperty<Overlay> overlay = new SimpleObjectProperty<>(Overlay.STRUCTURE);
  private final ObjectProperty<String> scenario =
      new SimpleObjectProperty<>(Design.DEFAULT_SCENARIO);
  private final ObjectProperty<Optional<Path>> file = new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Design> savedDesign = new ReadOnlyObjectWrapper<>();
  private final List<Consumer<Text>> refusals = new ArrayList<>();
  private final Replay replay = new Replay(this);
  private final ScenarioWork work = new ScenarioWork(this);
  private final Worth worth = new Worth(this);
  private Optional<Analysis> baseline = Optional.empty();

  public Workspace(Catalog catalog, Design first, Solving solving) {
    this.catalog.set(catalog);
    this.solving = solving;
    scenario.addListener((_, _, _) -> solve());
    open(first, Optional.empty());
  }

  /** Shows work that is in no file yet, though it may come from one. */
  public void recover(Design next, Optional<Path> from) {
    open(next, from);
    savedDesign.set(null);
  }

  /** Replaces what is open; forgets history, selection and where the view was. */
  public void open(Design next, Optional<Path> from) {
    selection.set(Selection.NONE);
    entered.set(InstancePath.ROOT);
    file.set(from);
    savedDesign.set(next);
    analysis.set(null);
    work.forget();
    worth.forget();
    if (!next.scenarios().containsKey(scenario.get())) {
      scenario.set(Design.DEFAULT_SCENARIO);
    }
    show(History.of(next));
    openings.set(openings.get() + 1);
  }

  /** Performs an edit as one undoable step. Returns whether it was done; if not, says why. */
  public boolean perform(Edit edit) {
    return perform(edit, selection.get());
  }

  /** Performs an edit and selects something else after it. */
  @SuppressWarnings("ReferenceEquality") // a history that was not pushed to is the same one
  public boolean perform(Edit edit, Selection after) {
    try {
      Design next = edit.applyTo(design.get(), catalog());
      History<Selection> pushed = history.get().push(edit.label(), next, selection.get());
      if (pushed != history.get()) {
        show(pushed);
      }
      selection.set(alive(after));
      return true;
    } catch (DesignException e) {
      refusals.forEach(r -> r.accept(e.text()));
      return false;
    }
  }

  public void undo() {
    history.get().undo(selection.get()).ifPresent(this::move);
  }

  public void redo() {
    history.get().redo(selection.get()).ifPresent(this::move);
  }

  private void move(History.Moved<Selection> moved) {
    show(moved.history());
    selection.set(alive(moved.selection()));
  }

  private void show(History<Selection> next) {
    history.set(next);
    revision.set(revision.get() + 1);
    if (!next.present().scenarios().containsKey(scenario.get())) {
      scenario.set(Design.DEFAULT_SCENARIO);
    }
    design.set(next.present());
    while (!entered.get().isRoot() && places().find(entered.get()).isEmpty()) {
      entered.set(entered.get().parent());
    }
    selection.set(alive(selection.get()));
    solve();
  }

  /** Solves the present design again; the newest request wins. */
  public void solve() {
    if (design.get() == null) {
      return;
    }
    stale.set(true);
    replay.close();
    work.outdate();
    worth.outdate();
    solving.solve(
        design.get(),
        scenario.get(),
        analysis(),
        answer -> {
          keep(answer);
          analysis.set(answer);
          stale.set(!answer.complete());
          if (answer.complete()) {
            worth.look(answer);
            work.answer(answer);
          }
        });
  }

  private void keep(Analysis answer) {
    if (answer != null
        && answer.complete()
        && answer.scenario().equals(Design.DEFAULT_SCENARIO)
        && answer.design().equals(savedDesign.get())) {
      baseline = Optional.of(answer);
    }
  }

  /**
   * The answers that changes are measured against: those of the design as last opened or saved,
   * under its default scenario. Kept when they pass by and never solved for, so empty until then.
   */
  public Optional<Analysis> baseline() {
    return baseline.filter(a -> a.design().equals(savedDesign.get()));
  }

  private Selection alive(Selection s) {
    Places places = places();
    return new Selection(
        s.places().stream().filter(p -> places.find(InstancePath.parse(p)).isPresent()).toList(),
        s.wiring()
            .filter(w ->
                design.get().assemblies().containsKey(w.assembly())
                    && w.index() < design.get().assemblies().get(w.assembly()).wirings().size()));
  }

  /** Called with a sentence when an edit is refused. */
  public void onRefusal(Consumer<Text> listener) {
    refusals.add(listener);
  }

  /** A run over time that is looked at in place of the steady state. */
  public Replay replay() {
    return replay;
  }

  /** Findings of the design, of its workloads and of what it stands to lose, worst first. */
  public List<Finding> findings() {
    return analysis()
        .map(a -> Verdict.of(a, workloadsProperty().get(), worth.losses()).findings())
        .orElse(List.of());
  }

  /** Whether a finding is about the design that is shown, and not one before. */
  public boolean isFresh(Finding finding) {
    return analysis().filter(a -> a.findings().contains(finding)).isPresent()
        ? analysis.get().isFresh(finding)
        : work.of(finding).isPresent()
            ? work.stateProperty().get() == ScenarioWork.State.ANSWERED
            : !worth.isLooking();
  }

  /** What the design that is shown is worth. */
  public Worth worth() {
    return worth;
  }

  /** Workloads of the scenario that is shown, and their answers. */
  public ScenarioWork work() {
    return work;
  }

  /** The newest answers of the scenario's workloads; they may be older than the analysis. */
  public ReadOnlyObjectProperty<List<Workloads.Answered>> workloadsProperty() {
    return work.answersProperty();
  }

  /**
   * Works out a size of the loop beside; what is found is of no interest any more, and not told,
   * once the design is another.
   */
  public void size(
      Function<Sizing, Optional<Proposal>> wish, Consumer<Optional<Proposal>> publish) {
    analysis().ifPresent(a -> solving.size(a, library(), wish, publish));
  }

  Solving solving() {
    return solving;
  }

  Answering answering() {
    return solving.answering();
  }

  public Catalog catalog() {
    return catalog.get();
  }

  public ReadOnlyObjectProperty<Catalog> catalogProperty() {
    return catalog.getReadOnlyProperty();
  }

  /** Goes on with other parts; what is open is solved again. */
  public void use(Catalog next) {
    if (!next.equals(catalog())) {
      solving.use(next);
      catalog.set(next);
      solve();
    }
  }

  /**
   * Gives a copy of a part that will soon be gone or another to every design that needs it: the
   * open one and those that undo and redo lead to.
   */
  public void keepPart(Part part) {
    carry(d -> Carried.with(d, part));
  }

  /** As {@link #keepPart}, for a link type. */
  public void keepLink(LinkType link) {
    carry(d -> Carried.with(d, link));
  }

  /**
   * Lets the open design, and those that undo and redo lead to, carry more parts with them. No
   * number changes by it.
   */
  public void carry(UnaryOperator<Design> carrying) {
    History<Selection> now = history.get();
    History<Selection> next = now.map(carrying);
    if (!next.equals(now)) {
      history.set(next);
      revision.set(revision.get() + 1);
      design.set(next.present());
      solve();
    }
  }

  /** Gives what is open and was saved another name; undo and redo lead to it too. */
  public void rename(UnaryOperator<Design> naming) {
    savedDesign.set(naming.apply(savedDesign.get()));
    carry(naming);
  }

  /** The catalogue with the design's own parts. */
  public Catalog library() {
    return design.get().library(catalog());
  }

  public Places places() {
    return new Places(design.get(), library());
  }

  /** Id of the assembly that the view is inside of. */
  public String enteredAssembly() {
    return places().find(entered.get()).flatMap(Places.Found::inner).orElse(design.get().root());
  }

  public Design design() {
    return design.get();
  }

  public ReadOnlyObjectProperty<Design> designProperty() {
    return design.getReadOnlyProperty();
  }

  public History<Selection> history() {
    return history.get();
  }

  public ReadOnlyObjectProperty<History<Selection>> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /** The newest analysis, empty until the first is there. It may be older than the design. */
  public Optional<Analysis> analysis() {
    return Optional.ofNullable(analysis.get());
  }

  /** As {@link #analysis()}; its value is null until the first is there. */
  public ReadOnlyObjectProperty<Analysis> analysisProperty() {
    return analysis.getReadOnlyProperty();
  }

  /** Whether the analysis is older than the design; its numbers are then shown dimmed. */
  public ReadOnlyObjectProperty<Boolean> staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /** Counts the designs shown. */
  public ReadOnlyObjectProperty<Integer> revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Counts the designs opened. */
  public ReadOnlyObjectProperty<Integer> openingsProperty() {
    return openings.getReadOnlyProperty();
  }

  public ObjectProperty<Selection> selectionProperty() {
    return selection;
  }

  public Selection selection() {
    return selection.get();
  }

  public void select(Selection next) {
    selection.set(alive(next));
  }

  /** The instance of an assembly that the view is inside of; the root at first. */
  public ObjectProperty<InstancePath> enteredProperty() {
    return entered;
  }

  public ObjectProperty<Overlay> overlayProperty() {
    return overlay;
  }

  public ObjectProperty<String> scenarioProperty() {
    return scenario;
  }

  public ObjectProperty<Optional<Path>> fileProperty() {
    return file;
  }

  /** Says that the present design is what the file holds. */
  public void saved(Path path) {
    file.set(Optional.of(path));
    savedDesign.set(design.get());
    analysis().ifPresent(this::keep);
  }

  public boolean hasUnsavedChanges() {
    return !design.get().equals(savedDesign.get());
  }

  public ReadOnlyObjectProperty<Design> savedDesignProperty() {
    return savedDesign.getReadOnlyProperty();
  }
}
