package supernode.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.application.Platform;
import supernode.store.Samples;
import supernode.ui.shell.Start;
import supernode.ui.shell.StudioLauncher;

/**
 * Goes once through what a start does: the window with the sample, then solving it and printing its
 * report. Run when the studio is packaged, so that the Java machine can keep the classes of a start
 * ready in a file.
 */
public final class Rehearsal {
  private static final List<String> PLATFORM =
      List.of(
          "gtk.GtkPlatformFactory",
          "gtk.GtkApplication",
          "gtk.GtkWindow",
          "gtk.GtkView",
          "gtk.GtkPixels",
          "gtk.GtkCursor",
          "gtk.GtkTimer",
          "gtk.GtkRobot",
          "gtk.GtkClipboardDelegate",
          "gtk.GtkSystemClipboard",
          "gtk.GtkDnDClipboard",
          "delegate.MenuBarDelegate",
          "delegate.MenuDelegate",
          "delegate.MenuItemDelegate",
          "delegate.ClipboardDelegate",
          "InvokeLaterDispatcher",
          "InvokeLaterDispatcher$InvokeLaterSubmitter",
          "InvokeLaterDispatcher$Future",
          "Size");

  private Rehearsal() {}

  /** Takes a design and the report to write of it. */
  public static void main(String[] args) {
    Language.asked(System.getenv());
    Main.opensWindow("open", args[0]);
    readPlatform();
    StudioLauncher.rehearse(new Start.OfSample(Samples.FIRST), DocumentExporter::new);
    PrintWriter said = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    Main.run(said, said, "solve", args[0]);
    System.exit(Main.run(said, said, "report", args[0], "-o", args[1]));
  }

  // Without a display the toolkit takes other classes than a start on Linux does.
  private static void readPlatform() {
    for (String name : PLATFORM) {
      try {
        Class.forName("com.sun.glass.ui." + name, false, Platform.class.getClassLoader());
      } catch (ClassNotFoundException | LinkageError _) {
        // Another system, or another version of the toolkit: it starts a little more slowly.
      }
    }
  }
}
