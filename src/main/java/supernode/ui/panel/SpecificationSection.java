package supernode.ui.panel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import supernode.analysis.Explanation;
import supernode.catalog.Property;
import supernode.design.InstancePath;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.ui.Workspace;

/** The properties of the selected parts: to read, to change, to set back. */
final class SpecificationSection extends Section {
  private final Workspace workspace;
  private final Messages messages;
  private final Consumer<Explanation> why;
  private final Map<Property, PropertyRow> rows = new EnumMap<>(Property.class);
  private final Choice<ValueEdits.Scope> scopes;
  private final ToggleButton all;
  private final ToggleButton these;
  private ValueEdits.Scope scope = ValueEdits.Scope.ALL;
  private List<InstancePath> paths = List.of();

  SpecificationSection(Workspace workspace, Messages messages, Consumer<Explanation> why) {
    super(messages.say("panel.specification.title"));
    this.workspace = workspace;
    this.messages = messages;
    this.why = why;
    scopes = new Choice<>(s -> scope = s);
    all = scopes.add(ValueEdits.Scope.ALL, "");
    these = scopes.add(ValueEdits.Scope.THESE, "");
    all.setId("scope-all");
    these.setId("scope-these");
    scopes.take(scope);
    scopes.setMaxWidth(USE_PREF_SIZE);
  }

  /** Returns whether there is anything to show. */
  boolean show(List<InstancePath> selected) {
    paths = selected;
    Specification specification = Specification.of(workspace.design(), workspace.places(), paths);
    setTitle(title());
    List<Node> shown = new ArrayList<>();
    shown.add(getChildren().getFirst());
    shown.add(scopes);
    for (Specification.Line line : specification.lines()) {
      PropertyRow row = rows.computeIfAbsent(line.property(), this::row);
      row.show(line);
      shown.add(row);
    }
    // The same kind of part keeps its rows, and with them the focus.
    if (!getChildren().equals(shown)) {
      getChildren().setAll(shown);
    }
    long alike = paths.isEmpty() ? 0 : Names.of(workspace).alike(paths.getFirst());
    Rows.show(scopes, alike > paths.size());
    all.setText(messages.say("panel.scope.all", alike));
    these.setText(
        messages.say(paths.size() == 1 ? "panel.scope.one" : "panel.scope.these", paths.size()));
    return !specification.lines().isEmpty();
  }

  // The chip of a selected package has another name than what is selected.
  private String title() {
    boolean chip =
        !paths.isEmpty()
            && workspace.selection().places().stream()
                .noneMatch(paths.getFirst().toString()::equals);
    return chip
        ? messages.say("panel.specification.of", Names.of(workspace).at(paths.getFirst()))
        : messages.say("panel.specification.title");
  }

  private PropertyRow row(Property property) {
    return new PropertyRow(messages, property, this::set, this::reset, this::explain);
  }

  private Optional<Text> set(Property property, double si) {
    return Attempt.perform(workspace, edits().set(property, si, scope));
  }

  private void reset(Property property) {
    workspace.perform(edits().reset(property));
  }

  private void explain(Property property) {
    InstancePath path = paths.getFirst();
    workspace
        .places()
        .values(path)
        .flatMap(v -> v.find(property))
        .ifPresent(s ->
            why.accept(
                Explanation.given(
                    Text.of("property." + property.key()),
                    new Quantity(s.value(), property.dimension()),
                    s,
                    path.toString())));
  }

  private ValueEdits edits() {
    return new ValueEdits(workspace.design(), workspace.places(), paths);
  }
}
