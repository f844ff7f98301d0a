package supernode.ui.shell;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javafx.application.Platform;
import supernode.catalog.Catalog;
import supernode.ui.Solving;

/** Opens the window. */
public final class StudioLauncher {
  private StudioLauncher() {}

  /**
   * Opens the window and returns when it is closed. Catalogue and design are read, and the design's
   * solving is begun, while the toolkit starts.
   *
   * @param exporter makes what writes reports, for the catalogue in use
   * @return whether there was a display to open it on
   */
  public static boolean open(Start start, Function<Catalog, Exporter> exporter) {
    return run(start, exporter, false);
  }

  /** As {@link #open}, but the window closes by itself when all panels and results are in it. */
  public static boolean rehearse(Start start, Function<Catalog, Exporter> exporter) {
    return run(start, exporter, true);
  }

  private static boolean run(Start start, Function<Catalog, Exporter> exporter, boolean brief) {
    if (!displayAvailable()) {
      return false;
    }
    CompletableFuture<Loaded> loaded = new CompletableFuture<>();
    CompletableFuture<Solving> solving = loaded.thenApply(StudioApplication::solving);
    Thread.ofPlatform().daemon().name("loading").start(() -> complete(loaded, start));
    CountDownLatch closed = new CountDownLatch(1);
    try {
      Platform.startup(() ->
          new StudioApplication(loaded.join(), solving.join(), exporter, brief, closed::countDown)
              .start());
    } catch (UnsupportedOperationException _) {
      // A display that is named and does not answer, or a system without the toolkit's libraries.
      return false;
    }
    await(closed);
    Platform.exit();
    return true;
  }

  private static void complete(CompletableFuture<Loaded> loaded, Start start) {
    try {
      loaded.complete(Loaded.of(start));
    } catch (RuntimeException e) {
      loaded.completeExceptionally(e);
    }
  }

  private static void await(CountDownLatch closed) {
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether there is a display to open a window on. Asked before the toolkit starts, which would
   * otherwise fail with a stack trace.
   */
  private static boolean displayAvailable() {
    return displayAvailable(
        System.getProperty("os.name", ""),
        System.getProperty("glass.platform", ""),
        System.getenv());
  }

  static boolean displayAvailable(
      String osName, String glassPlatform, Map<String, String> environment) {
    if (glassPlatform.equalsIgnoreCase("headless")) {
      return true;
    }
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("windows") || os.contains("mac")) {
      return true;
    }
    return isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY");
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }
}
