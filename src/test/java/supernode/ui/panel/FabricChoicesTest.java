package supernode.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.analysis.LinkLine;
import supernode.analysis.SampleAnalysis;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.design.Routing;
import supernode.design.Traffic;
import supernode.design.TrafficPattern;
import supernode.quantity.Messages;
import supernode.ui.Lifetime;
import supernode.ui.Selection;
import supernode.ui.Solving;
import supernode.ui.Workspace;

/** Routing, traffic and carried flows in the inspector. */
@ExtendWith(ApplicationExtension.class)
class FabricChoicesTest {
  private Workspace workspace;
  private InspectorPanel panel;
  private Executor working = Runnable::run;

  @Test
  void aCoolantIsChosenByItsName(FxRobot robot) {
    fx(() -> workspace.open(SampleAnalysis.design("immersion-tank"), Optional.empty()));
    fx(() -> workspace.select(Selection.of("tank[0].bath[0]")));
    ComboBox<String> coolant = robot.lookup("#property-coolant").queryComboBox();
    assertThat(coolant.getItems()).contains("water", "pg25", "pao4");
    assertThat(coolant.getConverter().toString("mineral-oil")).isEqualTo("Mineral oil");
    fx(() -> coolant.setValue("pao6"));
    double si = Property.COOLANT.choice("pao6").orElseThrow();
    assertThat(
            workspace
                .places()
                .values(InstancePath.parse("tank[0].bath[0]"))
                .orElseThrow()
                .get(Property.COOLANT, -1))
        .isEqualTo(si);
    fx(() -> workspace.undo());
    assertThat(coolant.getValue()).isNotEqualTo("pao6");
  }

  @Start
  void start(Stage stage) {
    Design rack = SampleAnalysis.design("gb200-nvl72");
    workspace =
        new Workspace(
            SampleAnalysis.CATALOG,
            rack,
            new Solving(
                SampleAnalysis.CATALOG,
                Runnable::run,
                Runnable::run,
                r -> working.execute(r),
                Runnable::run));
    panel = new InspectorPanel(workspace, new Messages(Locale.ENGLISH), new Lifetime());
    Scene scene = new Scene(panel, 320, 900);
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(getClass().getResource("/assets/theme/tokens-light.css"))
                .toExternalForm());
    stage.setX(0);
    stage.setY(0);
    stage.setScene(scene);
    stage.show();
  }

  private static void fx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void open() {
    fx(() -> ((Hyperlink) panel.lookup("#fabric-scale-up").lookup(".traffic-summary")).fire());
  }

  @SuppressWarnings("unchecked")
  private <T> ComboBox<T> choice(String row) {
    return (ComboBox<T>) panel.lookup(row).lookup(".combo-box");
  }

  private Set<String> texts(String pane) {
    return panel.lookup(pane).lookupAll(".label").stream()
        .map(n -> ((Labeled) n).getText())
        .filter(t -> !t.isEmpty())
        .collect(Collectors.toSet());
  }

  @Test
  void theFormIsMadeWhenItIsOpened() {
    assertThat(panel.lookup("#choices-scale-up")).isNull();
    Hyperlink summary = (Hyperlink) panel.lookup("#fabric-scale-up").lookup(".traffic-summary");
    assertThat(summary.getText()).contains("All-to-all");
    open();
    assertThat(panel.lookup("#choices-scale-up")).isNotNull();
  }

  @Test
  void onlyRoutingsThatTheWiringAllowsAreOfferedAndTheOthersSayWhyNot() {
    open();
    ComboBox<Routing> routing = choice("#routing-scale-up");
    assertThat(routing.getItems()).extracting(Routing::key).contains("ecmp-hash", "d-mod-k");
    assertThat(routing.getItems())
        .extracting(Routing::key)
        .doesNotContain("dimension-order", "minimal");
    assertThat(texts("#choices-scale-up"))
        .anyMatch(
            t -> t.contains("Minimal between groups: the fabric is not wired as a dragonfly"));
  }

  @Test
  void aRoutingIsChosenItsSeedTypedAndBothAreUndone(FxRobot robot) {
    open();
    ComboBox<Routing> routing = choice("#routing-scale-up");
    fx(() -> routing.setValue(new Routing.HashedEqualCost(1)));
    assertThat(workspace.design().routing(Fabric.SCALE_UP))
        .isEqualTo(new Routing.HashedEqualCost(1));
    Hyperlink summary = (Hyperlink) panel.lookup("#fabric-scale-up").lookup(".traffic-summary");
    assertThat(summary.getText()).contains("ECMP collisions");
    TextField seed = (TextField) panel.lookup("#number-scale-up-seed");
    fx(() -> {
      seed.setText("42");
      seed.fireEvent(new ActionEvent());
    });
    assertThat(workspace.design().routing(Fabric.SCALE_UP))
        .isEqualTo(new Routing.HashedEqualCost(42));
    assertThat(workspace.analysis().orElseThrow().networks().get(Fabric.SCALE_UP).asOptional())
        .isPresent();
    fx(() -> workspace.undo());
    fx(() -> workspace.undo());
    assertThat(workspace.design().routing(Fabric.SCALE_UP)).isEqualTo(new Routing.EqualCost());
  }

  @Test
  void trafficHasItsNumbersAndALimitWithItsUnit() {
    open();
    Node row = panel.lookup("#choices-scale-up").lookup(".traffic-choice");
    @SuppressWarnings("unchecked")
    ComboBox<TrafficPattern> pattern = (ComboBox<TrafficPattern>) row.lookup(".combo-box");
    fx(() -> pattern.setValue(new TrafficPattern.Incast(0, 0)));
    TextField limit = (TextField) panel.lookup("#limit-scale-up-0");
    fx(() -> {
      limit.setText("2 GB/s");
      limit.fireEvent(new ActionEvent());
    });
    assertThat(workspace.design().scenarios().get("default").traffic())
        .containsExactly(
            new Traffic(
                Fabric.SCALE_UP, new TrafficPattern.Incast(0, 0), 1, OptionalDouble.of(2e9)));
    TextField next = (TextField) panel.lookup("#limit-scale-up-0");
    fx(() -> {
      next.setText("2 apples");
      next.fireEvent(new ActionEvent());
    });
    assertThat(workspace.design().scenarios().get("default").traffic().getFirst().limitBytesPerS())
        .hasValue(2e9);
  }

  private Hyperlink link(String words) {
    return panel.lookup("#choices-scale-up").lookupAll(".place-link").stream()
        .map(Hyperlink.class::cast)
        .filter(l -> l.getText().contains(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatAWorkloadSendsIsWorkedOutBesideAndAFailureSaysWhy() {
    fx(() -> {
      workspace.open(SampleAnalysis.design("superpod-h100-su"), Optional.empty());
      workspace.scenarioProperty().set("industrial inspection");
    });
    open();
    List<Runnable> held = new ArrayList<>();
    working = held::add;
    fx(() -> link("inspection-retraining").fire());
    assertThat(texts("#choices-scale-up"))
        .contains("Working out what “inspection-retraining” sends…");
    assertThat(panel.lookup("#choices-scale-up").lookup(".row-progress")).isNotNull();
    fx(() -> workspace.scenarioProperty().set(Design.DEFAULT_SCENARIO));
    fx(() -> workspace.scenarioProperty().set("industrial inspection"));
    fx(held.removeFirst());
    assertThat(texts("#choices-scale-up"))
        .contains("The design was changed meanwhile; choose it again.");
    assertThat(sent()).isEmpty();

    held.clear();
    fx(() -> link("inspection-retraining").fire());
    fx(held.removeFirst());
    assertThat(panel.lookup("#choices-scale-up").lookup(".row-progress")).isNull();
    assertThat(sent()).hasSize(1).allMatch(t -> t.pattern() instanceof TrafficPattern.Matrix);
  }

  private List<Traffic> sent() {
    return workspace.design().scenarios().get("industrial inspection").traffic().stream()
        .filter(t -> t.fabric() == Fabric.SCALE_UP)
        .toList();
  }

  @Test
  void aSelectedWiringTellsWhatItsLinksCarry() {
    int wiring = 0;
    var wirings = workspace.design().assemblies().get(workspace.design().root()).wirings();
    while (wirings.get(wiring).fabric() != Fabric.SCALE_UP) {
      wiring++;
    }
    int index = wiring;
    String root = workspace.design().root();
    fx(() ->
        workspace.select(
            new Selection(List.of(), Optional.of(new Selection.WiringRef(root, index)))));
    assertThat(texts("#link-section")).contains("Links: 1,296", "Scale-up · All-to-all");
    LinkLine line = new LinkLine("", index, "compute[3]", "fabric[2]");
    fx(() ->
        workspace.select(
            new Selection(
                List.of(), Optional.of(new Selection.WiringRef(root, index, Optional.of(line))))));
    assertThat(texts("#link-section"))
        .contains("Links: 8", "compute[3] ↔ fabric[2]")
        .anyMatch(t -> t.endsWith("held here"));
  }
}
