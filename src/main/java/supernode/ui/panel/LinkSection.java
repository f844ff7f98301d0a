package supernode.ui.panel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import supernode.analysis.LinkLine;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.quantity.Messages;
import supernode.ui.LinkReport;
import supernode.ui.LinkReports;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** What the selected links carry: both directions, and whose flows. */
final class LinkSection extends Section {
  private final Workspace workspace;
  private final LinkReports reports;
  private final VBox rows = new VBox();
  private Optional<Selection.WiringRef> shown = Optional.empty();

  LinkSection(Workspace workspace, Messages messages, Executor beside) {
    super(messages.say("panel.links.title"));
    this.workspace = workspace;
    reports = new LinkReports(messages, () -> shown.ifPresent(this::show));
    reports.beside(beside);
    setId("link-section");
    getChildren().add(rows);
  }

  /** Returns whether the links have an answer. */
  boolean show(Selection.WiringRef ref) {
    shown = Optional.of(ref);
    Optional<LinkReport> report =
        ref.line()
            .or(() ->
                first(workspace.design(), ref.assembly())
                    .map(path -> LinkLine.all(path.toString(), ref.index())))
            .flatMap(line -> reports.of(line, workspace.analysis()));
    rows.getChildren().clear();
    report.ifPresent(r -> {
      rows.getChildren().add(Rows.prose(r.title(), "row-label"));
      r.lines().forEach(this::row);
    });
    return report.isPresent();
  }

  private void row(LinkReport.Line line) {
    if (line.value().isEmpty()) {
      rows.getChildren().add(Rows.prose(line.words(), "section-note"));
      return;
    }
    HBox row =
        new HBox(
            Rows.prose(line.words(), "section-note"),
            Rows.spring(),
            Rows.prose(line.value(), line.held() ? "field-error" : "row-label"));
    row.getStyleClass().add("inspector-row");
    rows.getChildren().add(row);
  }

  /** The first instance of an assembly in the design. */
  private static Optional<InstancePath> first(Design design, String assembly) {
    return first(design, design.root(), assembly, InstancePath.ROOT);
  }

  private static Optional<InstancePath> first(
      Design design, String at, String wanted, InstancePath path) {
    if (at.equals(wanted)) {
      return Optional.of(path);
    }
    List<Map.Entry<String, Placement>> inside =
        design.assemblies().get(at).placements().entrySet().stream()
            .filter(e -> e.getValue().count() > 0)
            .filter(e -> design.assemblies().containsKey(e.getValue().of()))
            .toList();
    return inside.stream()
        .flatMap(e -> first(design, e.getValue().of(), wanted, path.child(e.getKey(), 0)).stream())
        .findFirst();
  }
}
