package supernode.ui.shell;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.store.Recovery;
import supernode.store.StoredDesign;
import supernode.ui.Solving;
import supernode.ui.Workspace;
import supernode.ui.catalog.OwnParts;

/**
 * Puts the studio together for one window. The toolkit is started by {@link StudioLauncher} without
 * {@link javafx.application.Application}, which would make this object itself and so leave nothing
 * to hand in.
 */
final class StudioApplication {
  private static final int PULSES_AFTER = 30;
  private static final double BRIEF_WIDTH = 1600;
  private static final double BRIEF_HEIGHT = 1000;

  private final Loaded loaded;
  private final Solving solving;
  private final Function<Catalog, Exporter> exporter;
  private final boolean brief;
  private final Runnable closed;

  /**
   * @param solving may have begun with what was loaded
   * @param brief whether the window closes once everything has been shown
   * @param closed told when the window is gone
   */
  StudioApplication(
      Loaded loaded,
      Solving solving,
      Function<Catalog, Exporter> exporter,
      boolean brief,
      Runnable closed) {
    this.loaded = loaded;
    this.solving = solving;
    this.exporter = exporter;
    this.brief = brief;
    this.closed = closed;
  }

  /** Opens the window; called on the JavaFX thread. */
  void start() {
    Catalog catalog = loaded.catalog();
    Design first =
        loaded
            .design()
            .map(StoredDesign::design)
            .orElseGet(() -> Documents.empty(loaded.messages().say("ui.untitled")));
    Workspace workspace = new Workspace(catalog, first, solving);
    AtomicReference<Catalog> newest = new AtomicReference<>(catalog);
    workspace.catalogProperty().subscribe(newest::set);
    Studio studio =
        new Studio(
            workspace, loaded.settings(), new OwnParts(workspace, loaded.shipped(), loaded.own()));
    Stage stage = new Stage();
    Questions questions = new DialogQuestions(studio, stage);
    Documents documents =
        new Documents(
            studio,
            new StoredFiles(newest::get),
            questions,
            thread("files"),
            thread("trying designs"),
            Platform::runLater);
    loaded.design().ifPresentOrElse(documents::begin, () -> studio.welcomeProperty().set(true));
    FirstPaint later = new FirstPaint();
    StudioWindow window =
        new StudioWindow(
            stage,
            studio,
            documents,
            new StudioSlots(thread("charts")),
            (order, progress) -> exporter.apply(newest.get()).export(order, progress),
            later);
    Notices notices = new Notices(studio, stage);
    workspace.onRefusal(notices::refused);
    Thread.setDefaultUncaughtExceptionHandler(new Mishaps(Platform::runLater, notices::warn));
    RecoveryKeeper keeper = keeper(studio, notices);
    stage.setOnHidden(_ -> {
      keeper.close();
      closed.run();
    });
    window.show();
    if (brief) {
      // The toolkit's screen without a display is too small for all that a real one shows.
      stage.setWidth(BRIEF_WIDTH);
      stage.setHeight(BRIEF_HEIGHT);
    }
    later.execute(() -> {
      loaded.trouble().ifPresent(t -> questions.trouble(t.title(), t.sentence()));
      keeper.offer(questions, catalog);
      keeper.keep();
      if (brief) {
        closeWhenSolved(workspace, stage, later);
      }
    });
  }

  private static void closeWhenSolved(Workspace workspace, Stage stage, FirstPaint later) {
    workspace
        .staleProperty()
        .subscribe(stale -> {
          if (!stale) {
            // What is drawn of the results, and what is made after that, belongs to it.
            for (int i = 0; i < PULSES_AFTER; i++) {
              later.execute(() -> {});
            }
            later.execute(stage::close);
          }
        });
  }

  private static RecoveryKeeper keeper(Studio studio, Notices notices) {
    Path folder = Recovery.defaultFolder();
    Recovery recovery =
        new Recovery(
            folder, thread("recovery"), text -> Platform.runLater(() -> notices.warn(text)));
    return new RecoveryKeeper(studio, recovery, folder);
  }

  /** Solves on threads of its own, the design that was loaded at once. */
  static Solving solving(Loaded loaded) {
    Solving solving =
        new Solving(
            loaded.catalog(),
            thread("solving"),
            thread("solving networks"),
            thread("answering workloads"),
            Platform::runLater);
    loaded.design().ifPresent(d -> solving.begin(d.design(), Design.DEFAULT_SCENARIO));
    return solving;
  }

  private static Executor thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }
}
