package supernode.ui;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import supernode.analysis.Overlay;
import supernode.analysis.TransientAnswer;
import supernode.analysis.loop.Incident;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * A run of the loop over time that is looked at in place of its steady state. It is a view: the
 * design stays as it is, and whatever changes the design ends it.
 */
public final class Replay {
  /** A whole run is played in so many seconds. */
  public static final double PLAYED_IN_S = 24;

  /** What is looked at. */
  public sealed interface State {
    /** The steady state. */
    record Off() implements State {}

    /** A run that is being computed. */
    record Computing(Incident incident) implements State {}

    /** Why an incident cannot be run. */
    record Refused(Incident incident, Text why) implements State {}

    /** A run at some moment. */
    record Shown(TransientAnswer run) implements State {}
  }

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Off());
  private final DoubleProperty seconds = new SimpleDoubleProperty(0);
  private final BooleanProperty playing = new SimpleBooleanProperty(false);
  private Overlay before = Overlay.STRUCTURE;

  Replay(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Computes what an incident does, off the JavaFX thread, and plays it from its beginning. */
  public void start(Incident incident) {
    if (workspace.analysis().isEmpty()) {
      return;
    }
    if (isOff()) {
      before = workspace.overlayProperty().get();
    }
    playing.set(false);
    state.set(new State.Computing(incident));
    Consumer<Outcome<TransientAnswer>> publish = outcome -> show(incident, outcome);
    workspace.solving().run(workspace.analysis().get(), incident, incident.usualS(), publish);
  }

  private void show(Incident incident, Outcome<TransientAnswer> outcome) {
    if (!state.get().equals(new State.Computing(incident))) {
      return;
    }
    seconds.set(0);
    if (outcome instanceof Outcome.Solved<TransientAnswer>(TransientAnswer run)) {
      state.set(new State.Shown(run));
      workspace.overlayProperty().set(Overlay.TEMPERATURE);
      playing.set(true);
    } else {
      state.set(new State.Refused(incident, outcome.whyNot().orElseThrow()));
    }
  }

  /** Back to the steady state. */
  public void close() {
    if (isOff()) {
      return;
    }
    boolean shown = run().isPresent();
    playing.set(false);
    seconds.set(0);
    state.set(new State.Off());
    workspace.solving().stopRun();
    if (shown && workspace.overlayProperty().get() == Overlay.TEMPERATURE) {
      workspace.overlayProperty().set(before);
    }
  }

  public boolean isOff() {
    return state.get() instanceof State.Off;
  }

  /** The run that is shown, if one is. */
  public Optional<TransientAnswer> run() {
    return state.get() instanceof State.Shown(TransientAnswer run)
        ? Optional.of(run)
        : Optional.empty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The moment that is looked at, since the incident. */
  public DoubleProperty secondsProperty() {
    return seconds;
  }

  /** Whether time goes on by itself. */
  public BooleanProperty playingProperty() {
    return playing;
  }

  /** Plays on, from the beginning where it has come to its end; or holds it. */
  public void toggle() {
    run()
        .ifPresent(run -> {
          if (!playing.get() && seconds.get() >= run.durationS()) {
            seconds.set(0);
          }
          playing.set(!playing.get());
        });
  }

  /**
   * Lets time go on.
   *
   * @param passedS seconds of the one who looks
   */
  public void advance(double passedS) {
    run()
        .ifPresent(run -> {
          double next = seconds.get() + passedS * run.durationS() / PLAYED_IN_S;
          seconds.set(Math.min(next, run.durationS()));
          if (next >= run.durationS()) {
            playing.set(false);
          }
        });
  }
}
