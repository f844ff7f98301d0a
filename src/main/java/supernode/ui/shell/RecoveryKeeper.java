package supernode.ui.shell;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import supernode.catalog.Catalog;
import supernode.quantity.Text;
import supernode.store.Recovered;
import supernode.store.Recovery;
import supernode.store.StoreException;
import supernode.store.StoredDesign;
import supernode.ui.Workspace;

/** Keeps unsaved work in the recovery file, and offers at the start what an earlier run left. */
final class RecoveryKeeper {
  private final Studio studio;
  private final Workspace workspace;
  private final Recovery recovery;
  private final Path folder;

  /**
   * @param folder where recovery files are
   */
  RecoveryKeeper(Studio studio, Recovery recovery, Path folder) {
    this.studio = studio;
    this.workspace = studio.workspace();
    this.recovery = recovery;
    this.folder = folder;
  }

  /** Asks about what was found, newest first, until one is wanted. */
  void offer(Questions questions, Catalog catalog) {
    List<Recovered> found = Recovery.found(folder);
    for (Recovered r : found) {
      DateTimeFormatter format =
          DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
              .withLocale(studio.messages().locale())
              .withZone(ZoneId.systemDefault());
      switch (questions.recover(r.name(), format.format(r.savedAt()))) {
        case RECOVER -> {
          restore(r, questions, catalog);
          return;
        }
        case THROW_AWAY -> Recovery.discard(r);
        case LATER -> {
          return;
        }
      }
    }
  }

  private void restore(Recovered found, Questions questions, Catalog catalog) {
    try {
      StoredDesign stored = recovery.restore(found, catalog);
      workspace.recover(stored.design(), stored.file());
      ViewState.apply(stored.view(), workspace);
      studio.welcomeProperty().set(false);
    } catch (StoreException e) {
      questions.trouble(Text.of("ui.recover.failed", found.name()), e.text());
    }
  }

  /** From now on every design that is not saved is kept. */
  void keep() {
    workspace.designProperty().subscribe(this::update);
    workspace.savedDesignProperty().subscribe(this::update);
  }

  private void update() {
    long revision = workspace.revisionProperty().get();
    if (workspace.hasUnsavedChanges()) {
      Optional<Path> file = workspace.fileProperty().get();
      recovery.edited(
          new StoredDesign(
              studio.ownParts().whole(workspace.design()), ViewState.of(workspace), file),
          revision);
    } else {
      recovery.saved(revision);
    }
  }

  /** The window is closed with its user's consent. */
  void close() {
    recovery.close();
  }
}
