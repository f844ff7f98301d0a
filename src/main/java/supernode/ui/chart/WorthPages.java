package supernode.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import supernode.analysis.Result;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.score.Ability;
import supernode.analysis.score.Appraisal;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.figure.chart.AnalysisCharts;
import supernode.figure.chart.ReliabilityCharts;
import supernode.figure.chart.ScoreCharts;
import supernode.figure.chart.Slot;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.store.Samples;
import supernode.ui.Workspace;
import supernode.ui.Worth;
import supernode.ui.panel.WorthNumbers;

/** The pages of reliability and of the score: key numbers, then the charts. */
final class WorthPages {
  private static final String NOTHING = "";

  /** No sample is called so. */
  private static final String FILE = "*";

  private final Workspace workspace;
  private final Worth worth;
  private final Messages messages;
  private final Consumer<Consumer<Design>> file;
  private final ComboBox<String> choice = new ComboBox<>();
  private final WorthNumbers reliability;
  private final WorthNumbers score;
  private boolean filling;
  private Optional<Appraisal> charted = Optional.empty();
  private Optional<Worth.Beside> charteredBeside = Optional.empty();
  private List<Slot> reliabilityCharts = List.of();
  private List<Slot> scoreCharts = List.of();

  /**
   * @param file asks for a design of the user's and hands it on
   */
  WorthPages(Workspace workspace, Messages messages, Consumer<Consumer<Design>> file) {
    this.file = file;
    this.workspace = workspace;
    this.messages = messages;
    worth = workspace.worth();
    reliability = new WorthNumbers(workspace, messages, "reliability-numbers", List.of());
    score = new WorthNumbers(workspace, messages, "score-numbers", List.of(choice()));
  }

  private ComboBox<String> choice() {
    choice.setId("score-beside");
    choice.getStyleClass().add("page-choice");
    choice.setAccessibleText(messages.say("panel.score.beside"));
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String name) {
            return switch (name) {
              case null -> messages.say("panel.score.alone");
              case NOTHING -> messages.say("panel.score.alone");
              case FILE -> ofFile();
              default -> messages.say("panel.score.with", sample(name));
            };
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    choice.getItems().addAll(NOTHING, FILE);
    choice.getItems().addAll(Samples.NAMES);
    choice.setValue(NOTHING);
    choice.setOnAction(_ -> compare());
    return choice;
  }

  private void compare() {
    String name = choice.getValue();
    if (filling) {
      return;
    }
    if (name == null || name.equals(NOTHING)) {
      worth.compareWithNothing();
    } else if (name.equals(FILE)) {
      // Until one is chosen and read there is none.
      worth.compareWithNothing();
      choose(NOTHING);
      file.accept(design -> {
        worth.compareWith(design.name(), () -> design);
        choose(FILE);
      });
    } else {
      Catalog parts = workspace.catalog();
      worth.compareWith(sample(name), () -> Samples.read(name, parts).design());
    }
  }

  /** Shows a choice without following it; a file that was chosen is told by its name. */
  private void choose(String name) {
    filling = true;
    choice.setValue(name);
    filling = false;
    choice.setButtonCell(
        new ListCell<>() {
          @Override
          protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty ? "" : choice.getConverter().toString(name));
          }
        });
  }

  private String ofFile() {
    return worth
        .besideProperty()
        .get()
        .map(b -> messages.say("panel.score.with", b.name()))
        .orElseGet(() -> messages.say("panel.score.file"));
  }

  private String sample(String name) {
    String key = "ui.sample." + name + ".name";
    return messages.has(key) ? messages.say(key) : name;
  }

  /** Brings a page up to date; its charts. */
  List<Slot> update(AnalysisCharts.Tab tab) {
    worth.want();
    Optional<Appraisal> now = worth.appraisalProperty().get();
    Optional<Worth.Beside> beside = worth.besideProperty().get();
    if (!now.equals(charted) || !beside.equals(charteredBeside)) {
      charted = now;
      charteredBeside = beside;
      reliabilityCharts =
          now.map(a -> ReliabilityCharts.of(a.resilience(), a.uptime())).orElse(List.of());
      scoreCharts = now.map(a -> scoreCharts(a, beside)).orElse(List.of());
    }
    boolean stale = worth.staleProperty().get();
    Optional<Text> wait =
        now.isEmpty() ? Optional.of(Text.of("panel.worth.working")) : Optional.empty();
    if (tab == AnalysisCharts.Tab.RELIABILITY) {
      Optional<Resilience> resilience = now.flatMap(a -> a.resilience().asOptional());
      Optional<Text> why = now.flatMap(a -> a.resilience().whyNot());
      reliability.show(
          resilience.map(Resilience::results).orElse(List.of()),
          wait.or(() -> why),
          resilience.filter(r -> r.unknown() > 0).stream()
              .map(r -> Text.of("reliability.unknownRates", r.unknown()))
              .toList(),
          stale);
      return reliabilityCharts;
    }
    List<Result> results = now.map(a -> a.score().results().toList()).orElse(List.of());
    List<Text> missing =
        now.stream()
            .flatMap(a -> a.score().abilities().stream())
            .map(Ability::missing)
            .flatMap(List::stream)
            .toList();
    score.show(results, wait, missing, stale);
    return scoreCharts;
  }

  Node numbers(AnalysisCharts.Tab tab) {
    return tab == AnalysisCharts.Tab.RELIABILITY ? reliability : score;
  }

  private List<Slot> scoreCharts(Appraisal a, Optional<Worth.Beside> beside) {
    List<ScoreCharts.Named> designs = new ArrayList<>();
    designs.add(new ScoreCharts.Named(workspace.design().name(), a.score()));
    beside.ifPresent(
        b -> b.score().ifPresent(s -> designs.add(new ScoreCharts.Named(b.name(), s))));
    return ScoreCharts.of(designs);
  }
}
