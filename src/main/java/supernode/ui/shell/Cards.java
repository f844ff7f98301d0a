package supernode.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import supernode.figure.Palette;
import supernode.quantity.Messages;
import supernode.ui.Command;
import supernode.ui.create.NewDialog;

/** What opens over the window: finder, shortcut sheet, about, scenario and export dialogs. */
final class Cards {
  private static final double FINDER_TOP = 64;

  private final Studio studio;
  private final Cover cover;
  private final Stage stage;
  private final Exporter exporter;
  private final Supplier<List<Command>> commands;
  private Messages messages;
  private Slots.Drawing drawing;

  Cards(
      Studio studio,
      Cover cover,
      Stage stage,
      Exporter exporter,
      Supplier<List<Command>> commands) {
    this.studio = studio;
    this.cover = cover;
    this.stage = stage;
    this.exporter = exporter;
    this.commands = commands;
    this.messages = studio.messages();
  }

  /** The language and drawing of the scene that is shown now. */
  void use(Messages next, Slots.Drawing shown) {
    messages = next;
    drawing = shown;
  }

  StudioCommands.Actions actions(Documents documents, Runnable quit) {
    return new StudioCommands.Actions() {
      @Override
      public void newDesign() {
        Dressing dressing = new Dressing(studio, stage);
        new NewDialog(
                studio.workspace().catalog(),
                messages,
                studio.themeProperty().get() == Theme.DARK ? Palette.DARK : Palette.LIGHT,
                documents.trying(),
                documents.window())
            .show(
                dressing::dress,
                () -> Documents.empty(messages.say("ui.untitled")),
                made -> made.drawn() ? documents.start(made.design()) : documents.startNew());
      }

      @Override
      public void compare() {
        new CompareWindow(studio, documents, stage).show();
      }

      @Override
      public void find() {
        showFinder(documents);
      }

      @Override
      public void export() {
        new ExportDialog(studio, documents, exporter, new Dressing(studio, stage)).show();
      }

      @Override
      public void addScenario() {
        new ScenarioDialog(studio, new Dressing(studio, stage)).add();
      }

      @Override
      public void editScenario() {
        new ScenarioDialog(studio, new Dressing(studio, stage)).edit();
      }

      @Override
      public void showShortcuts() {
        cover.show(new ShortcutSheet(commands.get(), messages), FINDER_TOP);
      }

      @Override
      public void showAbout() {
        cover.show(about(), FINDER_TOP * 2);
      }

      @Override
      public void quit() {
        quit.run();
      }
    };
  }

  private void showFinder(Documents documents) {
    FinderSources sources = new FinderSources(studio.workspace(), messages);
    Finder finder =
        new Finder(
            List.of(
                sources.commands(commands),
                sources.places(),
                sources.workloads(() -> studio.bottomProperty().set(true)),
                sources.parts(drawing.place()),
                sources.findings(),
                sources.samples(documents)));
    FinderPanel panel = new FinderPanel(finder, messages, cover::close);
    cover.show(panel, FINDER_TOP);
    panel.takeFocus();
  }

  private Region about() {
    String version = Cards.class.getPackage().getImplementationVersion();
    Label title = new Label(messages.say("ui.studio"));
    title.getStyleClass().add("card-title");
    Label line = new Label(messages.say("ui.about.line", version == null ? "" : version));
    Label notices = new Label(messages.say("ui.about.notices"));
    notices.getStyleClass().add("secondary");
    notices.setWrapText(true);
    VBox card = new VBox(8, title, line, notices);
    card.setId("about");
    card.getStyleClass().add("card");
    card.setMaxSize(460, Region.USE_PREF_SIZE);
    return card;
  }
}
