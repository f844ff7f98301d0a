package supernode.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import supernode.analysis.WeatherAnswer;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.WeatherYear;
import supernode.design.edit.Edit;
import supernode.interop.weather.WeatherException;
import supernode.interop.weather.WeatherReader;
import supernode.quantity.Text;
import supernode.store.FileStamp;
import supernode.store.Samples;
import supernode.store.StoreException;
import supernode.store.StoredDesign;
import supernode.ui.Workspace;
import supernode.ui.catalog.CatalogFiles;

/**
 * Opens and saves what the workspace shows. Whatever fails, the open design stays as it is and the
 * user is told why.
 */
public final class Documents {
  /** How design files are called. */
  public static final String SUFFIX = ".supernode.json";

  private final Workspace workspace;
  private final Studio studio;
  private final DesignFiles files;
  private final Questions questions;
  private final Executor worker;
  private final Executor trying;
  private final Executor window;
  private Optional<FileStamp> known = Optional.empty();

  /**
   * @param worker reads files; the calling thread in tests
   * @param trying solves designs that are not open: no file waits for them
   * @param window where the workspace lives
   */
  public Documents(
      Studio studio,
      DesignFiles files,
      Questions questions,
      Executor worker,
      Executor trying,
      Executor window) {
    this.studio = studio;
    this.workspace = studio.workspace();
    this.files = files;
    this.questions = questions;
    this.worker = worker;
    this.trying = trying;
    this.window = window;
  }

  public DesignFiles files() {
    return files;
  }

  /** A design with nothing in it. */
  public static Design empty(String name) {
    Assembly rack = new Assembly(name, Assembly.Level.RACK, 0, "", Map.of(), List.of(), Map.of());
    return Design.empty(name, "rack", rack);
  }

  /** Starts over, after asking about unsaved work. Returns whether it did. */
  public boolean startNew() {
    if (!mayLeave()) {
      return false;
    }
    show(StoredDesign.of(empty(studio.messages().say("ui.untitled"))));
    return true;
  }

  /**
   * Opens a design that is in no file yet, after asking about unsaved work. Returns whether it is
   * open.
   */
  public boolean start(Design design) {
    if (!mayLeave()) {
      return false;
    }
    workspace.recover(design, Optional.empty());
    begin(StoredDesign.of(design));
    return true;
  }

  /** Where designs are solved that are not open, and their papers written. */
  Executor trying() {
    return trying;
  }

  /** Where the workspace lives. */
  Executor window() {
    return window;
  }

  /** Asks for a file and opens it. */
  public void open() {
    questions.fileToOpen(studio.settings().latestFolder()).ifPresent(this::open);
  }

  public void open(Path file) {
    if (mayLeave()) {
      load(file.getFileName().toString(), () -> files.read(file), Optional.of(file));
    }
  }

  /** Asks for a table of weather and gives it to the scenario that is shown. */
  public void chooseWeather() {
    questions.weatherToRead(studio.settings().latestFolder()).ifPresent(this::takeWeather);
  }

  void takeWeather(Path file) {
    String scenario = workspace.scenarioProperty().get();
    worker.execute(() -> {
      try {
        WeatherYear year = WeatherReader.read(file, WeatherAnswer::wetBulbC);
        window.execute(() -> workspace.perform(new Edit.SetWeather(scenario, Optional.of(year))));
      } catch (WeatherException e) {
        window.execute(
            () -> questions.trouble(Text.of("ui.open.failed", file.getFileName()), e.text()));
      }
    });
  }

  public void openSample(String name) {
    if (mayLeave()) {
      load(name, () -> files.sample(name), Optional.empty());
    }
  }

  /** Opens a sample at the job that it carries. */
  void openStory(Samples.Story story) {
    if (mayLeave()) {
      read(
          story.sample(),
          () -> files.sample(story.sample()),
          stored -> {
            show(stored);
            workspace.scenarioProperty().set(story.scenario());
            workspace.work().look(story.workload());
          },
          _ -> {});
    }
  }

  private void load(String name, Supplier<StoredDesign> reading, Optional<Path> file) {
    read(name, reading, this::show, _ -> file.ifPresent(studio.settings()::forgetRecentFile));
  }

  private void read(
      String name,
      Supplier<StoredDesign> reading,
      Consumer<StoredDesign> to,
      Consumer<StoreException> failed) {
    worker.execute(() -> {
      try {
        StoredDesign stored = reading.get();
        window.execute(() -> to.accept(stored));
      } catch (StoreException e) {
        window.execute(() -> {
          failed.accept(e);
          questions.trouble(Text.of("ui.open.failed", name), e.text());
        });
      }
    });
  }

  private void show(StoredDesign stored) {
    workspace.open(stored.design(), stored.file());
    begin(stored);
  }

  /** Takes note of where the design comes from that the workspace shows. */
  void begin(StoredDesign stored) {
    workspace.fileProperty().set(stored.file());
    known = stored.file().flatMap(FileStamp::of);
    ViewState.apply(stored.view(), workspace);
    studio.welcomeProperty().set(false);
    stored.file().ifPresent(studio.settings()::addRecentFile);
  }

  /** Saves to the file that is open, or asks for one. Returns whether it is saved. */
  public boolean save() {
    Optional<Path> file = workspace.fileProperty().get();
    if (file.isEmpty()) {
      return saveAs();
    }
    Optional<FileStamp> now = FileStamp.of(file.get());
    boolean changed = now.isPresent() && known.isPresent() && !now.equals(known);
    return changed
        ? replace(file.get(), "ui.replace.changed", "ui.replace.changed.sentence")
        : write(file.get());
  }

  private boolean replace(Path file, String title, String sentence) {
    String name = file.getFileName().toString();
    return switch (questions.replace(Text.of(title, name), Text.of(sentence))) {
      case REPLACE -> write(file);
      case ELSEWHERE -> saveAs();
      case STAY -> false;
    };
  }

  /** Asks for a file and saves to it. Returns whether it is saved. */
  public boolean saveAs() {
    String name =
        workspace
            .fileProperty()
            .get()
            .map(f -> f.getFileName().toString())
            .orElseGet(() -> fileName(workspace.design().name()));
    return questions
        .fileToSave(studio.settings().latestFolder(), name)
        .map(this::writeChosen)
        .orElse(false);
  }

  // The file dialog has asked about the name that was typed, not about the one with its ending.
  private boolean writeChosen(Path chosen) {
    Path file = withSuffix(chosen);
    boolean unasked = !file.equals(chosen) && Files.exists(file);
    return unasked ? replace(file, "ui.replace.exists", "ui.replace.exists.sentence") : write(file);
  }

  private boolean write(Path file) {
    Design recorded = studio.ownParts().recorded(workspace.design());
    try {
      files.write(new StoredDesign(recorded, ViewState.of(workspace), Optional.of(file)), file);
    } catch (StoreException e) {
      questions.trouble(Text.of("ui.save.failed", file.getFileName().toString()), e.text());
      return false;
    }
    known = FileStamp.of(file);
    workspace.carry(studio.ownParts()::recorded);
    workspace.saved(file);
    studio.settings().addRecentFile(file);
    return true;
  }

  /** Whether what is open may go: nothing is lost, or the user says so. */
  public boolean mayLeave() {
    if (!workspace.hasUnsavedChanges()) {
      return true;
    }
    return switch (questions.leave(workspace.design().name())) {
      case SAVE -> save();
      case DISCARD -> true;
      case STAY -> false;
    };
  }

  /** Asks for files of the catalogue. */
  CatalogFiles catalogFiles() {
    return new CatalogFiles() {
      @Override
      public Optional<Path> toImport() {
        return questions.partsToOpen(studio.settings().latestFolder());
      }

      @Override
      public Optional<Path> toWrite(String suggestedName, String ending) {
        return questions.fileToExport(studio.settings().latestFolder(), suggestedName, ending);
      }
    };
  }

  /** Asks where a document about the design goes. */
  Optional<Path> askExportTarget(Exporter.Format format) {
    return askTarget(workspace.design().name(), format.ending());
  }

  /**
   * Asks where a document goes.
   *
   * @param about what it is named after
   */
  Optional<Path> askTarget(String about, String ending) {
    return questions.fileToExport(
        studio.settings().latestFolder(), fileName(about).replace(SUFFIX, "." + ending), ending);
  }

  /** Reads a sample beside and hands it on, without opening it. */
  void sampleFor(String name, Consumer<Design> to) {
    read(name, () -> files.sample(name), s -> to.accept(s.design()), _ -> {});
  }

  /** Asks for a file, reads it beside and hands it on, without opening it. */
  void fileFor(Consumer<Design> to) {
    questions
        .fileToOpen(studio.settings().latestFolder())
        .ifPresent(file ->
            read(
                file.getFileName().toString(),
                () -> files.read(file),
                s -> to.accept(s.design()),
                _ -> {}));
  }

  /** A file name for a design's name. */
  static String fileName(String designName) {
    String plain = designName.strip().toLowerCase(Locale.ROOT);
    String name = plain.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return (name.isEmpty() ? "design" : name) + SUFFIX;
  }

  private static Path withSuffix(Path file) {
    String name = file.getFileName().toString();
    return name.contains(".") ? file : file.resolveSibling(name + SUFFIX);
  }
}
