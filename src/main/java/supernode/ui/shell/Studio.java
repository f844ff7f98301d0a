package supernode.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import supernode.quantity.Messages;
import supernode.ui.Workspace;
import supernode.ui.catalog.CatalogState;
import supernode.ui.catalog.OwnParts;

/** What the window shows and how: the workspace, the look, the language, which panels are open. */
public final class Studio {
  /** Steps of the text size; the largest are for projectors. */
  private static final double SMALLEST = 0.8;

  private static final double LARGEST = 2.0;
  private static final double STEP = 0.1;

  private final Workspace workspace;
  private final Settings settings;
  private final OwnParts ownParts;
  private final CatalogState catalog = new CatalogState();
  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<Messages> messages;
  private final DoubleProperty scale;
  private final BooleanProperty left;
  private final BooleanProperty right;
  private final BooleanProperty bottom;
  private final BooleanProperty welcome = new SimpleBooleanProperty();
  private final BooleanBinding unsaved;

  public Studio(Workspace workspace, Settings settings, OwnParts ownParts) {
    this.ownParts = ownParts;
    this.workspace = workspace;
    this.settings = settings;
    theme = new SimpleObjectProperty<>(settings.theme());
    messages = new SimpleObjectProperty<>(new Messages(Messages.locale(settings.language())));
    scale = new SimpleDoubleProperty(within(settings.number("scale", 1)));
    left = open("left");
    right = open("right");
    bottom = open("bottom");
    unsaved =
        Bindings.createBooleanBinding(
            workspace::hasUnsavedChanges,
            workspace.designProperty(),
            workspace.savedDesignProperty());
    theme.subscribe(settings::setTheme);
    messages.subscribe(m -> settings.setLanguage(m.locale().toLanguageTag()));
    scale.subscribe(s -> settings.setNumber("scale", s.doubleValue()));
    workspace
        .historyProperty()
        .subscribe(h -> {
          if (!h.past().isEmpty()) {
            welcome.set(false);
          }
        });
  }

  private BooleanProperty open(String side) {
    BooleanProperty open = new SimpleBooleanProperty(settings.flag("open." + side, true));
    open.subscribe(o -> settings.setFlag("open." + side, o));
    return open;
  }

  public Workspace workspace() {
    return workspace;
  }

  public Settings settings() {
    return settings;
  }

  public OwnParts ownParts() {
    return ownParts;
  }

  /** What the catalogue shows, and whether it is open. */
  public CatalogState catalog() {
    return catalog;
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public ObjectProperty<Messages> messagesProperty() {
    return messages;
  }

  public Messages messages() {
    return messages.get();
  }

  /** Speaks another language, by tag. */
  public void speak(String tag) {
    Messages next = new Messages(Messages.locale(tag));
    if (!next.locale().equals(messages.get().locale())) {
      rename(messages().say("ui.untitled"), next.say("ui.untitled"));
      messages.set(next);
    }
  }

  /** What nobody has named yet is called so in the new language. */
  private void rename(String from, String to) {
    boolean inFile = workspace.fileProperty().get().isPresent();
    if (!inFile && workspace.savedDesignProperty().get() != null) {
      workspace.rename(d -> d.renamed(from, to));
    }
  }

  /** Size of all texts and controls, 1 as designed. */
  public DoubleProperty scaleProperty() {
    return scale;
  }

  public void enlarge(int steps) {
    scale.set(within(Math.round((scale.get() + steps * STEP) * 10) / 10.0));
  }

  private static double within(double wanted) {
    return Math.clamp(wanted, SMALLEST, LARGEST);
  }

  public BooleanProperty leftProperty() {
    return left;
  }

  public BooleanProperty rightProperty() {
    return right;
  }

  public BooleanProperty bottomProperty() {
    return bottom;
  }

  /** Whether nothing is open yet and the samples are offered in place of a drawing. */
  public BooleanProperty welcomeProperty() {
    return welcome;
  }

  /** Whether the design differs from its file. */
  public BooleanBinding unsaved() {
    return unsaved;
  }
}
