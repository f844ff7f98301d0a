package supernode.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.Confidence;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.Placement;
import supernode.design.edit.Edit;
import supernode.store.OwnCatalog;
import supernode.ui.Solving;
import supernode.ui.Workspace;
import supernode.ui.catalog.OwnParts;

/** A studio without a window, on the calling thread, with answers prepared. */
final class Desk {
  static final Catalog CATALOG = CatalogReader.shipped();

  final Answers answers = new Answers();

  /** Workloads that are not answered while held. */
  final List<Runnable> held = new ArrayList<>();

  boolean holding;

  final Settings settings = Settings.inMemory();
  final Workspace workspace;
  final Studio studio;
  final Documents documents;

  /** Where the user's own parts are; made when the first is saved. */
  final Path ownFolder;

  Desk() {
    this(small());
  }

  Desk(Design design) {
    settings.setLanguage("en");
    Solving solving =
        new Solving(CATALOG, Runnable::run, Runnable::run, this::beside, Runnable::run);
    workspace = new Workspace(CATALOG, design, solving);
    ownFolder = freshFolder();
    studio =
        new Studio(
            workspace, settings, new OwnParts(workspace, CATALOG, OwnCatalog.read(ownFolder)));
    documents =
        new Documents(
            studio, new StoredFiles(CATALOG), answers, Runnable::run, Runnable::run, Runnable::run);
  }

  private void beside(Runnable work) {
    if (holding) {
      held.add(work);
    } else {
      work.run();
    }
  }

  /** A rack of four trays with two GPUs each. */
  static Design small() {
    Assembly tray =
        new Assembly(
            "Tray",
            Assembly.Level.TRAY,
            1,
            "",
            Map.of("gpu", at(0, gpu(), 2)),
            List.of(),
            Map.of());
    Assembly rack =
        new Assembly(
            "Rack",
            Assembly.Level.RACK,
            0,
            "",
            Map.of("compute", at(0, "tray", 4)),
            List.of(),
            Map.of());
    return Design.empty("Small", "rack", rack).withAssembly("tray", tray);
  }

  private static Placement at(double y, String of, int count) {
    return new Placement(of, count, new Arrangement.Grid(0, y, 40, 20, 2, 4), Map.of());
  }

  private static Path freshFolder() {
    try {
      Path folder = Files.createTempDirectory("own-parts");
      folder.toFile().deleteOnExit();
      return folder.resolve("parts");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy of a part that ships, as one of the user's own. */
  static Part own(String of, String id, String name, double watts) {
    Part shipped = CATALOG.part(of).orElseThrow();
    Map<Property, Sourced> values = new EnumMap<>(shipped.values().all());
    values.put(Property.POWER_W, new Sourced(watts, Confidence.USER, "bench", ""));
    return new Part(id, shipped.kind(), name, "Me", new Values(values), shipped.ports());
  }

  /** Any accelerator will do. */
  static String gpu() {
    return CATALOG.ofKind(PartKind.ACCELERATOR).getFirst().id();
  }

  /** Makes the GPUs run hotter: an edit that is always possible. */
  void edit() {
    edit(900);
  }

  void edit(double watts) {
    boolean done =
        workspace.perform(
            new Edit.SetValue("tray", "gpu", Property.POWER_W, OptionalDouble.of(watts)));
    if (!done) {
      throw new IllegalStateException("the edit was refused");
    }
  }
}
