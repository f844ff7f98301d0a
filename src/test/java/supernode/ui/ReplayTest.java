package supernode.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.analysis.Overlay;
import supernode.analysis.SampleAnalysis;
import supernode.analysis.loop.Incident;
import supernode.design.Design;
import supernode.design.edit.Edit;

/** A run over time as a view of the design. */
class ReplayTest {
  private static final Incident TRIP = new Incident.PumpTrip("cdu[0]", false);
  private static final Design RACK = SampleAnalysis.design("gb200-nvl72");

  private final List<Runnable> later = new ArrayList<>();
  private final Workspace workspace =
      new Workspace(
          SampleAnalysis.CATALOG,
          RACK,
          new Solving(SampleAnalysis.CATALOG, later::add, Runnable::run));
  private final Replay replay = workspace.replay();

  private void work() {
    while (!later.isEmpty()) {
      later.removeFirst().run();
    }
  }

  @Test
  void aTripIsComputedBesideAndThenPlayed() {
    work();
    replay.start(TRIP);
    assertThat(replay.stateProperty().get()).isEqualTo(new Replay.State.Computing(TRIP));
    work();
    assertThat(replay.run()).isPresent();
    assertThat(workspace.overlayProperty().get()).isEqualTo(Overlay.TEMPERATURE);
    assertThat(replay.playingProperty().get()).isTrue();
    replay.advance(Replay.PLAYED_IN_S / 2);
    double half = replay.run().orElseThrow().durationS() / 2;
    assertThat(replay.secondsProperty().get()).isEqualTo(half);
    replay.advance(Replay.PLAYED_IN_S);
    assertThat(replay.secondsProperty().get()).isEqualTo(2 * half);
    assertThat(replay.playingProperty().get()).isFalse();
    replay.toggle();
    assertThat(replay.secondsProperty().get()).isZero();
    replay.close();
    assertThat(replay.isOff()).isTrue();
    assertThat(workspace.overlayProperty().get()).isEqualTo(Overlay.STRUCTURE);
    assertThat(workspace.design()).isSameAs(RACK);
    assertThat(workspace.history().past()).isEmpty();
  }

  @Test
  void anEditEndsARunAndForgetsTheOneThatIsComputed() {
    work();
    replay.start(TRIP);
    workspace.perform(new Edit.SetFault(Design.DEFAULT_SCENARIO, "fabric[0].switch[0]", true));
    assertThat(replay.isOff()).isTrue();
    work();
    assertThat(replay.isOff()).isTrue();
    replay.start(TRIP);
    work();
    assertThat(replay.run()).isPresent();
    workspace.undo();
    assertThat(replay.isOff()).isTrue();
  }

  @Test
  void ofTwoRunsTheNewerIsShown() {
    work();
    replay.start(TRIP);
    Incident standby = new Incident.PumpTrip("cdu[0]", true);
    replay.start(standby);
    work();
    assertThat(replay.run().orElseThrow().incident()).isEqualTo(standby);
  }

  @Test
  void whatCannotBeRunSaysWhy() {
    work();
    replay.start(new Incident.Blocked("busbar[0]"));
    work();
    assertThat(replay.stateProperty().get()).isInstanceOf(Replay.State.Refused.class);
    assertThat(workspace.overlayProperty().get()).isEqualTo(Overlay.STRUCTURE);
  }
}
