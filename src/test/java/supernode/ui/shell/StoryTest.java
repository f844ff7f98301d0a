package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.design.Design;
import supernode.figure.ColorRole;
import supernode.quantity.Messages;
import supernode.report.DesignReport;
import supernode.report.PdfWriter;
import supernode.store.DesignReader;

/**
 * What a newcomer does with the NVL72 sample in the first minute, in the real window, by mouse and
 * keys, reading what stands on the screen.
 */
@ExtendWith(ApplicationExtension.class)
class StoryTest {
  @TempDir Path folder;

  private Desk desk;
  private Screen screen;

  @Start
  void start(Stage stage) {
    Path sample = Path.of("sample-designs/gb200-nvl72.supernode.json");
    desk = new Desk(DesignReader.read(sample, Desk.CATALOG).design());
    desk.settings.setNumber("window.x", 0);
    desk.settings.setNumber("window.y", 0);
    new StudioWindow(
            stage, desk.studio, desk.documents, new StudioSlots(), this::export, Runnable::run)
        .show();
    screen = new Screen(stage);
  }

  private void export(Exporter.Order order, DoubleConsumer progress) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(order.target()))) {
      PdfWriter.write(
          DesignReport.of(desk.workspace.analysis().orElseThrow(), desk.workspace.library()),
          new Messages(order.language()),
          out);
    }
    progress.accept(1);
  }

  private double value(String id) {
    return desk.workspace.analysis().orElseThrow().result(id).orElseThrow().quantity().value();
  }

  @Test
  void theFirstMinute(FxRobot robot) throws Exception {
    Design sample = desk.workspace.design();
    seeTheRack();
    enterATrayAndComeBack(robot);
    readTheCharts();
    placeATrayAndTakeItBack(robot, sample);
    failASwitchChip(robot);
    askWhereANumberComesFrom(robot);
    slowThePump(robot);
    exportAReport(robot);
  }

  private void seeTheRack() {
    assertThat(screen.texts("#structure-slot", ".place-name"))
        .contains("NVL72 rack", "Compute tray", "NVLink switch tray", "Power shelf 33 kW");
    assertThat(screen.texts("#structure-slot", ".place-count")).contains("× 18", "× 9", "× 8");
    onlySinglePointsAreFound();
  }

  /** What a sound rack with one loop and one busbar has. */
  private void onlySinglePointsAreFound() {
    assertThat(screen.texts("#findings-slot", ".finding-text"))
        .isNotEmpty()
        .allMatch(t -> t.contains("single points of failure"));
  }

  private void enterATrayAndComeBack(FxRobot robot) {
    robot.doubleClickOn(screen.at("compute[7]"));
    assertThat(screen.texts("#crumbs", ".label")).contains("Compute tray [7]");
    assertThat(screen.isSeen("compute[7].gpu[2]")).isTrue();
    assertThat(screen.isSeen("compute[8]")).isFalse();
    robot.clickOn(screen.labelled("#crumbs", ".hyperlink", "NVL72 rack"));
    assertThat(screen.texts("#crumbs", ".here")).containsExactly("NVL72 rack");
    assertThat(screen.isSeen("compute[8]")).isTrue();
  }

  private void readTheCharts() {
    assertThat(screen.texts("#charts-slot", ".chart-title"))
        .contains(
            "Link utilisation",
            "All-reduce bus bandwidth",
            "Junction temperatures",
            "Power by kind");
    assertThat(screen.texts("#charts-slot", ".chart-subtitle"))
        .anyMatch(t -> t.contains("2,592 link directions"))
        .anyMatch(t -> t.contains("PUE 1.0"));
    assertThat(screen.texts("#charts-slot", ".chart-value")).contains("2,592");
    assertThat(screen.texts("#charts-slot", ".chart-part-value")).contains("86.4 kW");
    assertThat(screen.texts("#charts-slot", ".chart-reason")).isEmpty();
  }

  private void placeATrayAndTakeItBack(FxRobot robot, Design before) {
    robot.moveTo(screen.labelled("#palette-slot", ".entry-name", "Compute tray"));
    robot.press(MouseButton.PRIMARY);
    robot.moveBy(30, 10);
    robot.moveTo(screen.slot(45));
    assertThat(screen.share(ColorRole.OK)).as("legal ports glow").isPositive();
    robot.release(MouseButton.PRIMARY);
    assertThat(desk.workspace.design().rootAssembly().placements()).hasSize(9);
    assertThat(screen.share(ColorRole.OK)).isZero();
    assertThat(screen.texts("#inspector-slot", "#inspector-title")).containsExactly("Compute tray");
    assertThat(value("totals.accelerators")).isEqualTo(76);
    assertThat(screen.texts("#findings-slot", ".finding-text")).isNotEmpty();

    robot.clickOn(screen.node("#canvas-offer", ".button"));
    assertThat(screen.texts("#findings-slot", ".finding-text"))
        .anyMatch(t -> t.contains("ports") && t.contains("too few"));
    assertThat(screen.texts("#findings-slot", ".mend-way")).isNotEmpty();

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(desk.workspace.design()).isEqualTo(before);
    onlySinglePointsAreFound();
  }

  private void failASwitchChip(FxRobot robot) {
    double pair = value("scaleUp.allToAllPairGBps");
    double bisection = value("scaleUp.bisectionTBps");
    robot.moveTo(screen.at("fabric[3].switch[0]"));
    robot.press(MouseButton.SECONDARY).release(MouseButton.SECONDARY);
    robot.clickOn("#canvas-menu-fail");
    assertThat(value("scaleUp.allToAllPairGBps") / pair).isCloseTo(17.0 / 18, within(1e-12));
    assertThat(value("scaleUp.bisectionTBps") / bisection).isCloseTo(17.0 / 18, within(1e-12));
    assertThat(screen.texts("#charts-slot", ".chart-subtitle"))
        .anyMatch(t -> t.contains("2,448 link directions"));
    assertThat(screen.texts("#findings-slot", ".finding-text"))
        .anyMatch(t -> t.contains("fabric[3].switch[0] has failed"));
    assertThat(screen.texts("#status", ".limit")).singleElement().asString().contains("fabric[");
  }

  private void askWhereANumberComesFrom(FxRobot robot) {
    robot.clickOn(screen.at("compute[7].gpu[2]"));
    assertThat(screen.texts("#now", ".delta")).contains("−50");
    robot.clickOn(screen.labelled("#now", ".number", "850 GB/s"));
    assertThat(screen.texts("#why", ".section-head")).singleElement().asString().contains("850");
    assertThat(screen.texts("#why", ".explanation-text")).hasSizeGreaterThan(3);
  }

  private void slowThePump(FxRobot robot) {
    double before = value("cooling.hottestJunctionC");
    robot.clickOn(screen.at("cdu[0]"));
    Node speed = screen.node("#inspector-slot", "#property-pumpSpeed");
    robot.interact(speed::requestFocus);
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write("8 %").push(KeyCode.ENTER);
    assertThat(value("cooling.hottestJunctionC")).isGreaterThan(before);
    assertThat(screen.texts("#findings-slot", ".finding-text"))
        .anyMatch(t -> t.contains("die[0]") && t.contains("°C"));
  }

  private void exportAReport(FxRobot robot) throws Exception {
    Path target = folder.resolve("nvl72.pdf");
    desk.answers.export = Optional.of(target);
    robot.push(KeyCode.CONTROL, KeyCode.P);
    robot.clickOn("#export-write");
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> label(robot, "#export-state").startsWith("Written"));
    robot.push(KeyCode.ESCAPE);
    assertThat(desk.answers.asked).contains("export gb200-nvl72.pdf");
    try (PDDocument pdf = Loader.loadPDF(target.toFile())) {
      assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).isNotEmpty();
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("GB200 NVL72", "Power by kind", "has failed", "Blackwell GPU");
    }
  }

  private static String label(FxRobot robot, String query) {
    return robot.lookup(query).<Label>tryQuery().map(Labeled::getText).orElse("");
  }
}
