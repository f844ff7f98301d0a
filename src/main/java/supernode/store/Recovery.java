package supernode.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import supernode.catalog.Catalog;
import supernode.quantity.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The recovery file of one window. After every edit the design is written to it; it goes when the
 * design is saved or the window is closed, so what is found at the next start is work that a
 * process did not live to save.
 */
public final class Recovery implements AutoCloseable {
  private static final String FORMAT = "supernode-recovery";
  private static final AtomicInteger WINDOWS = new AtomicInteger();

  private final Path file;
  private final Executor executor;
  private final Consumer<Text> problems;
  private final AtomicReference<Edited> pending = new AtomicReference<>();
  private final Object writing = new Object();
  private long writtenRevision = -1;
  private boolean closed;

  private record Edited(StoredDesign stored, long revision) {}

  /**
   * Recovery for a window that opens now.
   *
   * @param executor where files are written; of a burst of edits only the last is
   * @param problems told on that executor when a recovery file cannot be written
   */
  public Recovery(Path folder, Executor executor, Consumer<Text> problems) {
    this.file = folder.resolve(Owner.here(WINDOWS.incrementAndGet()).fileName());
    this.executor = executor;
    this.problems = problems;
  }

  /** Where recovery files are when nothing else is asked for. */
  public static Path defaultFolder() {
    return Path.of(System.getProperty("user.home"), ".supernode-studio", "recovery");
  }

  /** Says that the design is now this one; returns before it is written. */
  public void edited(StoredDesign stored, long revision) {
    pending.set(new Edited(stored, revision));
    executor.execute(this::writePending);
  }

  /** Says that everything up to a revision is in a file of the user's. */
  public void saved(long revision) {
    pending.updateAndGet(p -> p == null || p.revision() <= revision ? null : p);
    executor.execute(() -> {
      synchronized (writing) {
        if (writtenRevision <= revision) {
          remove(file);
        }
      }
    });
  }

  private void writePending() {
    synchronized (writing) {
      Edited edited = pending.getAndSet(null);
      if (edited == null || closed) {
        return;
      }
      try {
        Files.createDirectories(file.getParent());
        SafeFile.write(Disk.REAL, file, bytes(edited));
        writtenRevision = edited.revision();
      } catch (StoreException | IOException _) {
        problems.accept(Text.of("store.noRecovery", file.getParent().toString()));
      }
    }
  }

  private static byte[] bytes(Edited edited) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("format", FORMAT);
    edited
        .stored()
        .file()
        .ifPresent(original -> node.put("original", original.toAbsolutePath().toString()));
    node.put("revision", edited.revision());
    node.set("document", DesignWriter.document(edited.stored()));
    return Layout.print(node).getBytes(StandardCharsets.UTF_8);
  }

  /** Work of processes that are no more, newest first. Files that are none of ours are left. */
  public static List<Recovered> found(Path folder) {
    List<Recovered> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Owner.of(file).filter(owner -> !owner.isAlive()).isPresent()) {
          if (file.getFileName().toString().endsWith(".tmp")) {
            remove(file);
          } else {
            header(file).ifPresent(found::add);
          }
        }
      }
    } catch (IOException _) {
      return List.of();
    }
    found.sort(Comparator.comparing(Recovered::savedAt).reversed());
    return found;
  }

  private static Optional<Recovered> header(Path file) {
    try {
      JsonNode node = Parsing.parse(file.toString(), DesignReader.bytes(file));
      if (!node.path("format").asString("").equals(FORMAT)) {
        return Optional.empty();
      }
      return Optional.of(
          new Recovered(
              file,
              node.path("document").path("design").path("name").asString(""),
              original(node),
              node.path("revision").asLong(0),
              Files.getLastModifiedTime(file).toInstant()));
    } catch (StoreException | IOException _) {
      // Another window has taken it meanwhile, or it is none of ours.
      return Optional.empty();
    }
  }

  private static Optional<Path> original(JsonNode node) {
    try {
      return Optional.ofNullable(node.get("original")).map(n -> Path.of(n.asString("")));
    } catch (InvalidPathException _) {
      // From another system, whose names are none here: the work counts, not where it came from.
      return Optional.empty();
    }
  }

  /**
   * Takes over what was found: it is this window's now, and no other window's.
   *
   * @throws StoreException when another window was faster, or when the design cannot be opened; the
   *     recovery file is then kept
   */
  public StoredDesign restore(Recovered found, Catalog catalog) {
    synchronized (writing) {
      String name = found.copy().toString();
      try {
        Files.move(found.copy(), file, StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException _) {
        throw new StoreException(Text.of("store.recoveryTaken", name));
      } catch (IOException _) {
        throw new StoreException(Text.of("store.unreadable", name));
      }
      try {
        JsonNode node = Parsing.parse(name, DesignReader.bytes(file));
        StoredDesign read = DesignReader.read(name, node.path("document"), catalog);
        writtenRevision = 0;
        return new StoredDesign(read.design(), read.view(), original(node));
      } catch (StoreException e) {
        giveBack(found.copy());
        throw e;
      }
    }
  }

  private void giveBack(Path copy) {
    try {
      Files.move(file, copy, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreException(Text.of("store.unreadable", copy + ": " + e.getMessage()));
    }
  }

  /** Forgets what was found, for good. */
  public static void discard(Recovered found) {
    remove(found.copy());
  }

  /** The window is closed, and what was not saved was not wanted. */
  @Override
  public void close() {
    synchronized (writing) {
      closed = true;
      remove(file);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // It is offered again at the next start, which is a nuisance and no loss.
      return;
    }
  }
}
