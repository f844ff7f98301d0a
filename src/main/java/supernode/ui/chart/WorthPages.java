package supernode.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import supernode.analysis.Result;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.score.Ability;
import supernode.analysis.score.Appraisal;
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

  private final Workspace workspace;
  private final Worth worth;
  private final Messages messages;
  private final WorthNumbers reliability;
  private final WorthNumbers score;
  private Optional<Appraisal> charted = Optional.empty();
  private Optional<Worth.Beside> charteredBeside = Optional.empty();
  private List<Slot> reliabilityCharts = List.of();
  private List<Slot> scoreCharts = List.of();

  WorthPages(Workspace workspace, Messages messages) {
    this.workspace = workspace;
    this.messages = messages;
    worth = workspace.worth();
    reliability = new WorthNumbers(workspace, messages, "reliability-numbers", List.of());
    score = new WorthNumbers(workspace, messages, "score-numbers", List.of(choice()));
  }

  private ComboBox<String> choice() {
    ComboBox<String> choice = new ComboBox<>();
    choice.setId("score-beside");
    choice.getStyleClass().add("value-choice");
    choice.setAccessibleText(messages.say("panel.score.beside"));
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String name) {
            return name == null || name.equals(NOTHING)
                ? messages.say("panel.score.alone")
                : messages.say("panel.score.with", sample(name));
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    choice.getItems().add(NOTHING);
    choice.getItems().addAll(Samples.NAMES);
    choice.setValue(NOTHING);
    choice
        .valueProperty()
        .subscribe(
            name -> worth.compareWith(Optional.ofNullable(name).filter(n -> !n.equals(NOTHING))));
    return choice;
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
        b -> b.score().ifPresent(s -> designs.add(new ScoreCharts.Named(sample(b.name()), s))));
    return ScoreCharts.of(designs);
  }
}
