package supernode.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import supernode.design.Design;
import supernode.design.edit.History;
import supernode.quantity.Messages;
import supernode.store.ComparisonSets;
import supernode.store.Samples;
import supernode.ui.ScenarioName;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** What can be compared: what is open now, was saved, or was before; samples and files. */
public final class Sources {
  private final Workspace workspace;
  private final Messages messages;
  private final Shelf shelf;

  /** Where designs come from that are not open. */
  public interface Shelf {
    List<Samples.Group> samples();

    /** Reads a sample and hands it on. */
    void sample(String name, Consumer<Design> to);

    /** Asks for a file, reads it and hands it on. */
    void file(Consumer<Design> to);
  }

  public Sources(Workspace workspace, Messages messages, Shelf shelf) {
    this.workspace = workspace;
    this.messages = messages;
    this.shelf = shelf;
  }

  /** The menu of what can be added. */
  List<MenuItem> items(Consumer<Contender> take) {
    List<MenuItem> items = new ArrayList<>();
    items.add(
        item("present", messages.say("ui.compare.present"), () -> Optional.of(present()), take));
    for (String scenario : workspace.design().scenarios().keySet()) {
      if (!scenario.equals(workspace.scenarioProperty().get())) {
        items.add(
            item(
                "under-" + scenario,
                messages.say("ui.compare.presentUnder", ScenarioName.of(messages, scenario)),
                () -> Optional.of(new Contender(workspace.design(), scenario)),
                take));
      }
    }
    saved()
        .ifPresent(
            _ -> items.add(item("saved", messages.say("ui.compare.saved"), this::saved, take)));
    lastStep()
        .ifPresent(step ->
            items.add(
                item(
                    "before",
                    messages.say("ui.compare.before", step.label()),
                    this::before,
                    take)));
    items.add(new SeparatorMenuItem());
    MenuItem open = new MenuItem(messages.say("ui.compare.open"));
    open.setId("compare-open");
    open.setOnAction(_ -> shelf.file(d -> take.accept(normal(d))));
    items.add(open);
    Menu samples = new Menu(messages.say("ui.compare.samples"));
    for (Samples.Group group : shelf.samples()) {
      Menu menu = new Menu(messages.say("ui.samples." + group.key()));
      group.names().forEach(name -> menu.getItems().add(sample(name, take)));
      samples.getItems().add(menu);
    }
    items.add(samples);
    return items;
  }

  /**
   * The sets that are worth seeing.
   *
   * @param clear takes away what is compared
   */
  List<MenuItem> sets(Runnable clear, Consumer<Contender> take) {
    return ComparisonSets.ALL.stream()
        .map(set -> {
          MenuItem item = new MenuItem(messages.say("ui.compare.set." + set.key()));
          item.setId("set-" + set.key());
          item.setOnAction(_ -> {
            clear.run();
            set.samples().forEach(name -> shelf.sample(name, d -> take.accept(normal(d))));
          });
          return item;
        })
        .toList();
  }

  private MenuItem sample(String name, Consumer<Contender> take) {
    String key = "ui.sample." + name + ".name";
    MenuItem item = new MenuItem(messages.has(key) ? messages.say(key) : name);
    item.setOnAction(_ -> shelf.sample(name, d -> take.accept(normal(d))));
    return item;
  }

  private static MenuItem item(
      String id, String words, Supplier<Optional<Contender>> what, Consumer<Contender> take) {
    MenuItem item = new MenuItem(words);
    item.setId("compare-" + id);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> what.get().ifPresent(take));
    return item;
  }

  private static Contender normal(Design design) {
    return new Contender(design, Design.DEFAULT_SCENARIO);
  }

  /** The design that is open, as it is now. */
  public Contender present() {
    return new Contender(workspace.design(), workspace.scenarioProperty().get());
  }

  /** As last saved, where that is something else. */
  public Optional<Contender> saved() {
    Design saved = workspace.savedDesignProperty().get();
    return Optional.ofNullable(saved)
        .filter(d -> !d.equals(workspace.design()))
        .map(d -> earlier(d, messages.say("ui.compare.savedName", d.name())));
  }

  private Optional<History.Step<Selection>> lastStep() {
    List<History.Step<Selection>> past = workspace.history().past();
    return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast());
  }

  private Optional<Contender> before() {
    return lastStep()
        .map(step ->
            earlier(
                step.design(),
                messages.say("ui.compare.beforeName", step.design().name(), step.label())));
  }

  private Contender earlier(Design design, String name) {
    String scenario = workspace.scenarioProperty().get();
    return new Contender(
        design.withName(name),
        design.scenarios().containsKey(scenario) ? scenario : Design.DEFAULT_SCENARIO);
  }
}
