package supernode.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import supernode.quantity.Messages;
import supernode.quantity.Text;

/** Asks in dialogs. Buttons say what they do. */
final class DialogQuestions implements Questions {
  private final Studio studio;
  private final Dressing dressing;
  private final Window owner;

  DialogQuestions(Studio studio, Window owner) {
    this.studio = studio;
    this.owner = owner;
    this.dressing = new Dressing(studio, owner);
  }

  private Messages messages() {
    return studio.messages();
  }

  @Override
  public Leaving leave(String designName) {
    ButtonType save = button("ui.leave.save", ButtonData.YES);
    ButtonType discard = button("ui.leave.discard", ButtonData.NO);
    ButtonType stay = button("ui.cancel", ButtonData.CANCEL_CLOSE);
    ButtonType answer =
        ask(
            messages().say("ui.leave.title", designName),
            messages().say("ui.leave.sentence"),
            save,
            discard,
            stay);
    return answer == save ? Leaving.SAVE : answer == discard ? Leaving.DISCARD : Leaving.STAY;
  }

  @Override
  public Recovering recover(String designName, String when) {
    ButtonType yes = button("ui.recover.yes", ButtonData.YES);
    ButtonType no = button("ui.recover.no", ButtonData.NO);
    // What Esc means: nothing is thrown away by a key that was hit too soon.
    ButtonType later = button("ui.recover.later", ButtonData.CANCEL_CLOSE);
    ButtonType answer =
        ask(
            messages().say("ui.recover.title", designName),
            messages().say("ui.recover.sentence", when),
            yes,
            no,
            later);
    return answer == yes
        ? Recovering.RECOVER
        : answer == no ? Recovering.THROW_AWAY : Recovering.LATER;
  }

  @Override
  public Replacing replace(Text title, Text sentence) {
    ButtonType replace = button("ui.replace.yes", ButtonData.YES);
    ButtonType elsewhere = button("ui.replace.elsewhere", ButtonData.NO);
    ButtonType stay = button("ui.cancel", ButtonData.CANCEL_CLOSE);
    ButtonType answer =
        ask(messages().say(title), messages().say(sentence), replace, elsewhere, stay);
    return answer == replace
        ? Replacing.REPLACE
        : answer == elsewhere ? Replacing.ELSEWHERE : Replacing.STAY;
  }

  @Override
  public void trouble(Text title, Text sentence) {
    ask(
        messages().say(title),
        messages().say(sentence),
        button("ui.understood", ButtonData.OK_DONE));
  }

  private ButtonType button(String key, ButtonData data) {
    return new ButtonType(messages().say(key), data);
  }

  private ButtonType ask(String title, String sentence, ButtonType... buttons) {
    Alert alert = new Alert(Alert.AlertType.NONE, sentence, buttons);
    alert.setTitle(messages().say("ui.studio"));
    DialogPane pane = alert.getDialogPane();
    pane.setHeaderText(title);
    pane.setId("question");
    dressing.dress(alert);
    return alert.showAndWait().orElse(buttons[buttons.length - 1]);
  }

  @Override
  public Optional<Path> fileToOpen(Optional<Path> folder) {
    return Optional.ofNullable(chooser("ui.command.open", folder).showOpenDialog(owner))
        .map(File::toPath);
  }

  @Override
  public Optional<Path> weatherToRead(Optional<Path> folder) {
    FileChooser chooser = plainChooser("ui.command.scenario.weather", folder);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv", "*.txt"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> fileToSave(Optional<Path> folder, String suggestedName) {
    FileChooser chooser = chooser("ui.command.saveAs", folder);
    chooser.setInitialFileName(suggestedName);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> partsToOpen(Optional<Path> folder) {
    FileChooser chooser = plainChooser("parts.import", folder);
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                messages().say("parts.import.files"), "*.csv", "*.json"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> fileToExport(Optional<Path> folder, String suggestedName, String ending) {
    FileChooser chooser = plainChooser("ui.export.title", folder);
    chooser.setInitialFileName(suggestedName);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  private FileChooser chooser(String title, Optional<Path> folder) {
    FileChooser chooser = plainChooser(title, folder);
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                messages().say("ui.files.designs"), "*" + Documents.SUFFIX, "*.json"));
    return chooser;
  }

  private FileChooser plainChooser(String title, Optional<Path> folder) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages().say(title));
    folder.filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
    return chooser;
  }
}
