package supernode.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import supernode.quantity.Text;

/**
 * Something the user can tell the studio to do, declared once: menus, buttons, the shortcut sheet
 * and the finder are made from it.
 *
 * @param id stable name; its words are under {@code ui.command.ID}
 * @param menu where it stands; commands of one menu keep their order
 * @param label what it is called now
 * @param icon Ikonli name of its sign, empty for none
 * @param keys shortcuts; the first is shown
 * @param enabled whether it can be done now
 * @param chosen for a switch, its state; null for a plain command
 * @param startsGroup whether a line is drawn above it
 */
public record Command(
    String id,
    Menu menu,
    ObservableValue<Text> label,
    String icon,
    List<KeyCombination> keys,
    ObservableBooleanValue enabled,
    BooleanProperty chosen,
    boolean startsGroup,
    Runnable action) {
  /** Menus, in the order of the menu bar. */
  public enum Menu {
    FILE,
    EDIT,
    VIEW,
    DESIGN,
    HELP
  }

  private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true);

  public Command {
    keys = List.copyOf(keys);
  }

  public static Command of(String id, Menu menu, Runnable action) {
    return new Command(
        id,
        menu,
        new ReadOnlyObjectWrapper<>(Text.of("ui.command." + id)),
        "",
        List.of(),
        ALWAYS,
        null,
        false,
        action);
  }

  /** A switch: doing it turns {@code chosen} over. */
  public static Command toggle(String id, Menu menu, BooleanProperty chosen) {
    return of(id, menu, () -> chosen.set(!chosen.get())).withChosen(chosen);
  }

  /** A switch whose state others set; {@code action} is what choosing it does. */
  public static Command choice(String id, Menu menu, BooleanExpression state, Runnable action) {
    BooleanProperty chosen = new SimpleBooleanProperty();
    chosen.bind(state);
    return of(id, menu, action).withChosen(chosen);
  }

  public Command withIcon(String next) {
    return new Command(id, menu, label, next, keys, enabled, chosen, startsGroup, action);
  }

  /** With shortcuts as JavaFX writes them: "shortcut+S". */
  public Command withKeys(String... next) {
    List<KeyCombination> parsed = Stream.of(next).map(KeyCombination::valueOf).toList();
    return new Command(id, menu, label, icon, parsed, enabled, chosen, startsGroup, action);
  }

  public Command withLabel(ObservableValue<Text> next) {
    return new Command(id, menu, next, icon, keys, enabled, chosen, startsGroup, action);
  }

  public Command when(ObservableBooleanValue next) {
    return new Command(id, menu, label, icon, keys, next, chosen, startsGroup, action);
  }

  public Command startingGroup() {
    return new Command(id, menu, label, icon, keys, enabled, chosen, true, action);
  }

  private Command withChosen(BooleanProperty next) {
    return new Command(id, menu, label, icon, keys, enabled, next, startsGroup, action);
  }

  public boolean isSwitch() {
    return chosen != null;
  }

  /** Does it if it can be done now. */
  public void run() {
    if (enabled.get()) {
      action.run();
    }
  }
}
