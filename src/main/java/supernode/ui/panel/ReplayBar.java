package supernode.ui.panel;

import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.analysis.Result;
import supernode.analysis.TransientAnswer;
import supernode.analysis.loop.Incident;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.ui.Lifetime;
import supernode.ui.Replay;
import supernode.ui.Tip;
import supernode.ui.Workspace;

/**
 * A run of the loop over time: what happened, when chips give way, and a slider over the time.
 * Space plays and holds, the arrows step, Escape goes back to the steady state.
 */
public final class ReplayBar extends VBox {
  private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");
  private static final double SECOND_NS = 1e-9;

  /** Steps of the arrow keys, and of the page keys. */
  private static final double STEPS = 120;

  private final Workspace workspace;
  private final Replay replay;
  private final Messages messages;
  private final Label title = Rows.label("", "replay-title");
  private final IncidentChoice choice;
  private final HBox figures = new HBox();
  private final Label moment = Rows.label("", "replay-moment");
  private final Label event = Rows.label("", "replay-event");
  private final Button play;
  private final Button keep;
  private final Slider slider = new Slider(0, 1, 0);
  private final HBox times;
  private final ExplanationPopover popover;
  private final AnimationTimer clock =
      new AnimationTimer() {
        private long last;

        @Override
        public void start() {
          last = 0;
          super.start();
        }

        @Override
        public void handle(long now) {
          replay.advance(last == 0 ? 0 : (now - last) * SECOND_NS);
          last = now;
        }
      };

  public ReplayBar(Workspace workspace, Messages messages, Lifetime lifetime) {
    this.workspace = workspace;
    this.replay = workspace.replay();
    this.messages = messages;
    PanelSheet.dress(this);
    setId("replay");
    getStyleClass().addAll("studio-panel", "replay-bar");
    popover = new ExplanationPopover(workspace, messages);
    choice = new IncidentChoice(messages, replay::start);
    play = Rows.iconButton(Feather.PLAY, messages.say("replay.play"), replay::toggle);
    play.setId("replay-play");
    keep = Rows.button(messages.say("replay.keep"), "quiet-button", this::keep);
    keep.setId("replay-keep");
    Tip.put(keep, messages.say("replay.keep.tip"));
    Button close = Rows.iconButton(Feather.X, messages.say("replay.close"), replay::close);
    close.setId("replay-close");
    figures.getStyleClass().add("replay-figures");
    figures.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(0);
    HBox head = new HBox(title, choice, figures, Rows.spring(), keep, close);
    head.getStyleClass().add("replay-row");
    head.setAlignment(Pos.CENTER_LEFT);
    slider.setId("replay-slider");
    slider.setAccessibleText(messages.say("replay.slider"));
    HBox.setHgrow(slider, Priority.ALWAYS);
    event.setMinWidth(0);
    times = new HBox(play, slider, moment, event);
    times.getStyleClass().add("replay-row");
    times.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, times);
    slider.valueProperty().bindBidirectional(replay.secondsProperty());
    // Who takes the slider in hand wants to look, not to be carried on.
    slider.setOnMousePressed(_ -> replay.playingProperty().set(false));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    lifetime.watch(replay.stateProperty(), this::show);
    lifetime.watch(replay.secondsProperty(), _ -> tick());
    lifetime.watch(replay.playingProperty(), this::plays);
    lifetime.atEnd(() -> {
      clock.stop();
      slider.valueProperty().unbindBidirectional(replay.secondsProperty());
    });
  }

  private void pressed(KeyEvent e) {
    boolean onButton =
        e.getTarget() instanceof ButtonBase || e.getTarget() instanceof IncidentChoice;
    if (e.getCode() == KeyCode.ESCAPE) {
      replay.close();
      e.consume();
    } else if (e.getCode() == KeyCode.SPACE && !onButton) {
      replay.toggle();
      e.consume();
    }
  }

  private void show(Replay.State state) {
    figures.getChildren().clear();
    Rows.show(times, state instanceof Replay.State.Shown);
    Rows.show(keep, false);
    pseudoClassStateChanged(TROUBLED, state instanceof Replay.State.Refused);
    switch (state) {
      case Replay.State.Off _ -> title.setText("");
      case Replay.State.Computing(Incident incident) -> {
        title.setText(messages.say("replay.computing", incident.text()));
        choice.show(incident);
      }
      case Replay.State.Refused(Incident incident, var why) -> {
        title.setText(messages.say(why));
        choice.show(incident);
      }
      case Replay.State.Shown(TransientAnswer run) -> show(run);
    }
  }

  private void show(TransientAnswer run) {
    title.setText(messages.say(run.incident().text()));
    choice.show(run.incident());
    slider.setMax(run.durationS());
    slider.setBlockIncrement(run.durationS() / STEPS);
    slider.setMajorTickUnit(run.durationS() / 4);
    run.results().forEach(r -> figures.getChildren().add(figure(r)));
    if (run.throttleS().isEmpty() && run.tripS().isEmpty()) {
      figures.getChildren().add(Rows.label(messages.say("replay.holds"), "replay-holds"));
    }
    Rows.show(keep, lasting(run.incident()).isPresent());
    tick();
  }

  /** A headline number that tells where it comes from. */
  private HBox figure(Result result) {
    Hyperlink number = Rows.link(result.quantity().toString(), "number", () -> {});
    number.setId("replay-" + result.id().substring(result.id().lastIndexOf('.') + 1));
    String name = messages.say(result.label());
    number.setAccessibleText(name + " " + result.quantity());
    number.setOnAction(_ -> {
      number.setVisited(false);
      popover.show(number, result.explanation().get());
    });
    number.setMinWidth(USE_PREF_SIZE);
    HBox figure = new HBox(Rows.label(name, "row-label"), number);
    figure.setAlignment(Pos.CENTER_LEFT);
    return figure;
  }

  private void tick() {
    replay
        .run()
        .ifPresent(run -> {
          double now = replay.secondsProperty().get();
          String text = QuantityFormat.format(Math.rint(now * 10) / 10, Dimension.TIME);
          moment.setText(text);
          event.setText(latest(run, now).map(e -> messages.say(e.text())).orElse(""));
        });
  }

  private static Optional<TransientAnswer.Event> latest(TransientAnswer run, double now) {
    List<TransientAnswer.Event> before =
        run.events().stream().filter(e -> e.timeS() <= now).toList();
    return before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
  }

  private void plays(boolean on) {
    ((FontIcon) play.getGraphic()).setIconCode(on ? Feather.PAUSE : Feather.PLAY);
    play.setAccessibleText(messages.say(on ? "replay.hold" : "replay.play"));
    if (on) {
      clock.start();
    } else {
      clock.stop();
    }
  }

  /** The lasting fault that an incident leaves behind; empty where the file has no word for it. */
  private static Optional<String> lasting(Incident incident) {
    boolean fails =
        incident instanceof Incident.PumpTrip(String _, boolean standby) && !standby
            || incident instanceof Incident.Blocked;
    return fails && !incident.place().isEmpty() ? Optional.of(incident.place()) : Optional.empty();
  }

  private void keep() {
    replay
        .run()
        .flatMap(run -> lasting(run.incident()))
        .ifPresent(place ->
            workspace.perform(new Edit.SetFault(workspace.scenarioProperty().get(), place, true)));
  }
}
