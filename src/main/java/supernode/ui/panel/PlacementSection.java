package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Arrangement.Grid;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.Places;
import supernode.design.edit.Edit;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** Name, count, spares and position of the selected placement in its assembly. */
final class PlacementSection extends Section {
  // Drawing units; beyond it nothing could be found again.
  private static final double FARTHEST = 1e7;

  private final Workspace workspace;
  private final Messages messages;
  private final FieldRow name;
  private final FieldRow count;
  private final FieldRow spares;
  private final FieldRow slots;
  private final List<GridField> grid = new ArrayList<>();
  private InstancePath path = InstancePath.ROOT;
  private String assembly = "";
  private Placement placement;

  private record GridField(FieldRow row, ToDoubleFunction<Grid> read) {}

  PlacementSection(Workspace workspace, Messages messages) {
    super(messages.say("panel.placement.title"));
    this.workspace = workspace;
    this.messages = messages;
    name = new FieldRow(messages, messages.say("panel.placement.name"), this::rename);
    count = new FieldRow(messages, messages.say("panel.placement.count"), this::recount);
    count.field().setId("placement-count");
    spares = new FieldRow(messages, messages.say("panel.placement.spares"), this::reserve);
    spares.field().setId("placement-spares");
    slots = new FieldRow(messages, messages.say("panel.placement.slots"), this::rack);
    field("x", Grid::x, (g, v) -> new Grid(v, g.y(), g.width(), g.height(), g.columns(), g.gap()));
    field("y", Grid::y, (g, v) -> new Grid(g.x(), v, g.width(), g.height(), g.columns(), g.gap()));
    field(
        "width",
        Grid::width,
        (g, v) -> new Grid(g.x(), g.y(), positive(v), g.height(), g.columns(), g.gap()));
    field(
        "height",
        Grid::height,
        (g, v) -> new Grid(g.x(), g.y(), g.width(), positive(v), g.columns(), g.gap()));
    field(
        "columns",
        Grid::columns,
        (g, v) -> new Grid(g.x(), g.y(), g.width(), g.height(), (int) Math.max(1, v), g.gap()));
    field(
        "gap",
        Grid::gap,
        (g, v) -> new Grid(g.x(), g.y(), g.width(), g.height(), g.columns(), Math.max(0, v)));
    getChildren().addAll(name, count, spares, slots);
    grid.forEach(f -> getChildren().add(f.row()));
  }

  /** Returns whether there is a placement to show. */
  boolean show(InstancePath selected) {
    Optional<Places.Found> found = workspace.places().find(selected);
    Optional<Placement> shown = found.flatMap(Places.Found::placement);
    if (shown.isEmpty()) {
      return false;
    }
    path = selected;
    assembly = found.orElseThrow().assembly();
    placement = shown.orElseThrow();
    name.show(path.last().placement());
    count.show(QuantityFormat.number(placement.count()));
    // Parts have it among their values.
    boolean holds = workspace.design().assemblies().containsKey(placement.of());
    Rows.show(spares, holds);
    spares.show(QuantityFormat.number(placement.overrides().getOrDefault(Property.SPARES, 0.0)));
    Rows.show(slots, placement.arrangement() instanceof Arrangement.Slots);
    if (placement.arrangement() instanceof Arrangement.Slots(List<Integer> bottoms)) {
      slots.show(SlotList.write(bottoms));
    }
    grid.forEach(f -> {
      Rows.show(f.row(), placement.arrangement() instanceof Grid);
      if (placement.arrangement() instanceof Grid g) {
        f.row().show(QuantityFormat.number(f.read().applyAsDouble(g)));
      }
    });
    return true;
  }

  private void field(
      String key, ToDoubleFunction<Grid> read, BiFunction<Grid, Double, Grid> change) {
    FieldRow row =
        new FieldRow(
            messages,
            messages.say("panel.placement." + key),
            typed -> {
              Optional<Double> value = Numbers.real(typed);
              if (value.isEmpty() || Math.abs(value.get()) > FARTHEST) {
                return Optional.of(Text.of("panel.value.number", typed));
              }
              if (!(placement.arrangement() instanceof Grid g)) {
                return Optional.empty();
              }
              return perform(
                  new Edit.Arrange(
                      assembly, path.last().placement(), change.apply(g, value.get())));
            });
    grid.add(new GridField(row, read));
  }

  private Optional<Text> rename(String typed) {
    String to = typed.strip();
    String after = path.parent().child(to.isEmpty() ? "x" : to, path.last().index()).toString();
    Edit edit = new Edit.RenamePlacement(assembly, path.last().placement(), to);
    Optional<Text> wrong = perform(edit);
    if (wrong.isEmpty()) {
      workspace.select(Selection.of(after));
    }
    return wrong;
  }

  private Optional<Text> recount(String typed) {
    return Numbers.whole(typed)
        .map(n -> perform(new Edit.SetCount(assembly, path.last().placement(), n)))
        .orElseGet(() -> Optional.of(Text.of("panel.value.whole", typed)));
  }

  private Optional<Text> reserve(String typed) {
    return Numbers.whole(typed.isBlank() ? "0" : typed)
        .map(n -> {
          OptionalDouble spare = n == 0 ? OptionalDouble.empty() : OptionalDouble.of(n);
          return n >= 0 && n < placement.count()
              ? perform(
                  new Edit.SetValue(assembly, path.last().placement(), Property.SPARES, spare))
              : Optional.of(Text.of("panel.placement.sparesMost", placement.count() - 1));
        })
        .orElseGet(() -> Optional.of(Text.of("panel.value.whole", typed)));
  }

  private Optional<Text> rack(String typed) {
    return SlotList.read(typed)
        .map(list ->
            perform(
                new Edit.Arrange(assembly, path.last().placement(), new Arrangement.Slots(list))))
        .orElseGet(() -> Optional.of(Text.of("panel.value.slots", typed)));
  }

  private Optional<Text> perform(Edit edit) {
    return Attempt.perform(workspace, edit);
  }

  private static double positive(double v) {
    return Math.max(1, v);
  }
}
