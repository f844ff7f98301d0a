package supernode.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import supernode.analysis.Analysis;
import supernode.analysis.FabricAnswer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.Instances;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import supernode.ui.Lifetime;
import supernode.ui.Workspace;

/** The line at the foot: revision, time to solve, what limits the design, its size, its file. */
final class StatusStrip extends HBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final int TOTALS_SHOWN = 3;

  private final Studio studio;
  private final Workspace workspace;
  private final Messages messages;
  private final Label solved = new Label();
  private final Label limit = new Label();
  private final Label totals = new Label();
  private final Label findings = new Label();
  private final Label saved = new Label();

  StatusStrip(Studio studio, Messages messages, Lifetime lifetime) {
    this.studio = studio;
    this.workspace = studio.workspace();
    this.messages = messages;
    setId("status");
    getStyleClass().add("status-strip");
    setAlignment(Pos.CENTER_LEFT);
    limit.getStyleClass().add("limit");
    limit.setMinWidth(0);
    totals.setMinWidth(0);
    solved.setMinWidth(Region.USE_PREF_SIZE);
    saved.setMinWidth(Region.USE_PREF_SIZE);
    findings.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(solved, limit, totals, space, findings, saved);
    lifetime.watchAll(
        this::show,
        workspace.analysisProperty(),
        workspace.workloadsProperty(),
        workspace.worth().lossesProperty(),
        workspace.staleProperty(),
        workspace.revisionProperty());
    lifetime.watchAll(this::showSaved, studio.unsaved(), workspace.fileProperty());
  }

  private void show() {
    boolean stale = workspace.staleProperty().get();
    Optional<Analysis> analysis = workspace.analysis();
    solved.pseudoClassStateChanged(STALE, stale);
    findings.pseudoClassStateChanged(STALE, stale);
    limit.pseudoClassStateChanged(
        STALE, analysis.filter(a -> a.tier() == Analysis.Tier.SUMS).isPresent());
    solved.setText(
        analysis
            .filter(_ -> !stale)
            .map(a ->
                messages.say(
                    "ui.status.solved",
                    workspace.revisionProperty().get(),
                    QuantityFormat.format(a.solveNanos() * 1e-9, Dimension.TIME)))
            .orElseGet(
                () -> messages.say("ui.status.solving", workspace.revisionProperty().get())));
    setText(limit, analysis.flatMap(StatusStrip::limiting).map(messages::say).orElse(""));
    setText(totals, String.join(" · ", headline(analysis)));
    setText(findings, analysis.isEmpty() ? "" : count());
  }

  private static void setText(Label label, String text) {
    label.setText(text);
    label.setManaged(!text.isEmpty());
  }

  /** The worst bottleneck of the first fabric that has one. */
  private static Optional<Text> limiting(Analysis a) {
    return a.networks().values().stream()
        .flatMap(o -> o.asOptional().stream())
        .flatMap(f -> f.traffics().stream())
        .flatMap(t -> t.bottlenecks().stream())
        .map(StatusStrip::name)
        .findFirst();
  }

  private static Text name(FabricAnswer.Bottleneck b) {
    return Text.of("ui.status.limit", b.from(), b.to());
  }

  private List<String> headline(Optional<Analysis> analysis) {
    List<String> words = new ArrayList<>();
    analysis.stream()
        .flatMap(a -> a.totals().stream())
        .limit(TOTALS_SHOWN)
        .forEach(r ->
            words.add(
                messages.say(r.label())
                    + " "
                    + QuantityFormat.format(r.quantity().value(), r.quantity().dimension())));
    if (words.isEmpty()) {
      long parts = Instances.count(workspace.design(), workspace.design().root());
      words.add(messages.say("ui.status.parts", parts));
    }
    return words;
  }

  private String count() {
    List<String> words = new ArrayList<>();
    List<Finding> all = workspace.findings();
    for (Severity s : List.of(Severity.ERROR, Severity.WARNING)) {
      long found = all.stream().filter(f -> f.severity() == s).count();
      if (found > 0) {
        words.add(messages.say("ui.status." + s.name().toLowerCase(Locale.ROOT), found));
      }
    }
    if (!words.isEmpty()) {
      return String.join(" · ", words);
    }
    if (workspace.worth().isLooking()) {
      return "";
    }
    return messages.say(all.isEmpty() ? "ui.status.noFindings" : "ui.status.noWarnings");
  }

  private void showSaved() {
    String key =
        studio.unsaved().get()
            ? "ui.status.unsaved"
            : workspace.fileProperty().get().isPresent() ? "ui.status.saved" : "ui.status.noFile";
    saved.setText(messages.say(key));
  }
}
