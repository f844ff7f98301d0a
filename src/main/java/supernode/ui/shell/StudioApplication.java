package supernode.ui.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.quantity.Messages;
import supernode.store.StoredDesign;
import supernode.ui.Solving;
import supernode.ui.Workspace;

/**
 * Puts the studio together for one window. The toolkit is started by {@link StudioLauncher} without
 * {@link javafx.application.Application}, which would make this object itself and so leave nothing
 * to hand in.
 */
final class StudioApplication {
  private final Loaded loaded;
  private final Function<Catalog, Exporter> exporter;
  private final Runnable closed;

  StudioApplication(Loaded loaded, Function<Catalog, Exporter> exporter, Runnable closed) {
    this.loaded = loaded;
    this.exporter = exporter;
    this.closed = closed;
  }

  /** Opens the window; called on the JavaFX thread. */
  void start() {
    Catalog catalog = loaded.catalog();
    Settings settings = Settings.ofUser();
    Messages messages = new Messages(Messages.locale(settings.language()));
    Design first =
        loaded
            .design()
            .map(StoredDesign::design)
            .orElseGet(() -> Documents.empty(messages.say("ui.untitled")));
    Solving solving = new Solving(catalog, thread("solving"), Platform::runLater);
    Workspace workspace = new Workspace(catalog, first, solving);
    Studio studio = new Studio(workspace, settings);
    Stage stage = new Stage();
    Questions questions = new DialogQuestions(studio, stage);
    Documents documents =
        new Documents(
            studio, new StoredFiles(catalog), questions, thread("files"), Platform::runLater);
    loaded.design().ifPresentOrElse(documents::begin, () -> studio.welcomeProperty().set(true));
    FirstPaint later = new FirstPaint();
    StudioWindow window =
        new StudioWindow(
            stage, studio, documents, new StudioSlots(), exporter.apply(catalog), later);
    workspace.onRefusal(new Notices(studio, stage)::refused);
    stage.setOnHidden(_ -> closed.run());
    window.show();
    loaded
        .trouble()
        .ifPresent(t -> Platform.runLater(() -> questions.trouble(t.title(), t.sentence())));
  }

  private static Executor thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }
}
