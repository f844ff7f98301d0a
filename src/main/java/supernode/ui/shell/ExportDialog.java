package supernode.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import supernode.quantity.Messages;
import supernode.ui.Workspace;
import supernode.ui.shell.Exporter.Format;

/** Asks what document to write, in which language and where, and writes it. */
final class ExportDialog {
  private final Workspace workspace;
  private final Documents documents;
  private final Messages messages;
  private final Exporter exporter;
  private final Dressing dressing;
  private final ToggleGroup formats = new ToggleGroup();
  private final ComboBox<Locale> language = new ComboBox<>();
  private final ProgressBar progress = new ProgressBar(0);
  private final Label state = new Label();

  ExportDialog(Studio studio, Documents documents, Exporter exporter, Dressing dressing) {
    this.documents = documents;
    this.workspace = studio.workspace();
    this.messages = studio.messages();
    this.exporter = exporter;
    this.dressing = dressing;
  }

  void show() {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.setTitle(messages.say("ui.export.title"));
    dialog.setHeaderText(messages.say("ui.export.header", workspace.design().name()));
    ButtonType write = new ButtonType(messages.say("ui.export.write"), ButtonData.OK_DONE);
    ButtonType close = new ButtonType(messages.say("ui.close"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(write, close);
    dialog.getDialogPane().setContent(form());
    dialog.getDialogPane().setId("export-dialog");
    dressing.dress(dialog);
    Button button = (Button) dialog.getDialogPane().lookupButton(write);
    button.setId("export-write");
    button.addEventFilter(
        ActionEvent.ACTION,
        e -> {
          e.consume();
          chooseAndWrite(button);
        });
    dialog.showAndWait();
  }

  private GridPane form() {
    SegmentedButton formatSwitch = new SegmentedButton();
    formatSwitch.setToggleGroup(formats);
    for (Format format : Format.values()) {
      ToggleButton button = new ToggleButton(format.name());
      button.setId("format-" + format.ending());
      button.setUserData(format);
      button.setToggleGroup(formats);
      button.setSelected(format == Format.PDF);
      formatSwitch.getButtons().add(button);
    }
    formats
        .selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            formats.selectToggle(before);
          }
          language.setDisable(format().isPicture());
        });
    language.getItems().setAll(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    language.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Locale l) {
            return l == null ? "" : messages.say("ui.command.language." + l.getLanguage());
          }

          @Override
          public Locale fromString(String text) {
            return messages.locale();
          }
        });
    language.setValue(messages.locale());
    progress.setId("export-progress");
    progress.setVisible(false);
    progress.setMaxWidth(Double.MAX_VALUE);
    state.setId("export-state");
    state.setWrapText(true);
    state.setPrefWidth(380);
    GridPane grid = new GridPane(12, 12);
    grid.addRow(0, new Label(messages.say("ui.export.format")), formatSwitch);
    grid.addRow(1, new Label(messages.say("ui.export.language")), language);
    grid.add(progress, 0, 2, 2, 1);
    grid.add(state, 0, 3, 2, 1);
    return grid;
  }

  private Format format() {
    return (Format) formats.getSelectedToggle().getUserData();
  }

  private void chooseAndWrite(Button button) {
    Format format = format();
    documents.askExportTarget(format).ifPresent(target -> write(button, format, target));
  }

  private void write(Button button, Format format, Path target) {
    Exporter.Order order =
        new Exporter.Order(
            workspace.design(),
            workspace.scenarioProperty().get(),
            format,
            language.getValue(),
            workspace.overlayProperty().get(),
            target);
    button.setDisable(true);
    progress.setVisible(true);
    progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
    state.getStyleClass().remove("error-text");
    state.setText(messages.say("ui.export.writing", target.getFileName().toString()));
    Thread.ofPlatform()
        .daemon()
        .name("export")
        .start(() -> {
          String said;
          boolean failed = false;
          try {
            exporter.export(order, p -> Platform.runLater(() -> progress.setProgress(p)));
            said = messages.say("ui.export.done", target.toString());
          } catch (IOException e) {
            failed = true;
            said =
                messages.say("ui.export.failed", target.toString(), String.valueOf(e.getMessage()));
          }
          finish(button, said, failed);
        });
  }

  private void finish(Button button, String said, boolean failed) {
    Platform.runLater(() -> {
      button.setDisable(false);
      progress.setVisible(false);
      state.setText(said);
      if (failed) {
        state.getStyleClass().add("error-text");
      }
    });
  }
}
