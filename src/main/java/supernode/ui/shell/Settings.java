package supernode.ui.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.Preferences;

/**
 * What the studio remembers of its user: look, language, window, recent files. Small values only;
 * nothing of a design is kept here.
 */
public final class Settings {
  /** Name of the system property that names another node; "memory" keeps nothing. */
  public static final String OVERRIDE = "supernode.prefs";

  private static final String NODE = "supernode-studio/v1";
  private static final int RECENT_FILES = 10;
  // Held, because the log levels of a collected logger are forgotten.
  private static final Logger PREFERENCES_LOG = Logger.getLogger("java.util.prefs");

  private final Preferences node;

  public Settings(Preferences node) {
    this.node = node;
  }

  /** The user's own, or the node that {@code -Dsupernode.prefs=} names. */
  public static Settings ofUser() {
    String name = System.getProperty(OVERRIDE, NODE);
    if (name.equals("memory")) {
      return inMemory();
    }
    // The JDK logs when it makes the user's folder for the first time or may not write there.
    PREFERENCES_LOG.setLevel(Level.OFF);
    return new Settings(Preferences.userRoot().node(name));
  }

  public static Settings inMemory() {
    return new Settings(new MemoryPreferences());
  }

  public Theme theme() {
    return node.get("theme", "light").equals("dark") ? Theme.DARK : Theme.LIGHT;
  }

  public void setTheme(Theme theme) {
    node.put("theme", theme == Theme.DARK ? "dark" : "light");
  }

  /** Language tag; the system's language at first. */
  public String language() {
    return node.get("language", Locale.getDefault().getLanguage());
  }

  public void setLanguage(String tag) {
    node.put("language", tag);
  }

  /** A size in pixels or a factor, for example of a splitter. */
  public double number(String key, double otherwise) {
    double value = node.getDouble(key, otherwise);
    return Double.isFinite(value) ? value : otherwise;
  }

  public void setNumber(String key, double value) {
    node.putDouble(key, value);
  }

  public boolean flag(String key, boolean otherwise) {
    return node.getBoolean(key, otherwise);
  }

  public void setFlag(String key, boolean value) {
    node.putBoolean(key, value);
  }

  /** Files opened or saved, latest first. */
  public List<Path> recentFiles() {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < RECENT_FILES; i++) {
      path(node.get("recent." + i, "")).ifPresent(files::add);
    }
    return files;
  }

  public void addRecentFile(Path file) {
    List<Path> files = new ArrayList<>(recentFiles());
    Path absolute = file.toAbsolutePath().normalize();
    files.remove(absolute);
    files.addFirst(absolute);
    putRecent(files);
  }

  public void forgetRecentFile(Path file) {
    List<Path> files = new ArrayList<>(recentFiles());
    files.remove(file.toAbsolutePath().normalize());
    putRecent(files);
  }

  /** Folder of the latest file. */
  public Optional<Path> latestFolder() {
    return recentFiles().stream().findFirst().map(Path::getParent);
  }

  private void putRecent(List<Path> files) {
    for (int i = 0; i < RECENT_FILES; i++) {
      String text = i < files.size() ? files.get(i).toString() : "";
      if (text.isEmpty() || text.length() > Preferences.MAX_VALUE_LENGTH) {
        node.remove("recent." + i);
      } else {
        node.put("recent." + i, text);
      }
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
