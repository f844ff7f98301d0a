package supernode.ui.panel;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import supernode.quantity.Messages;
import supernode.ui.ScenarioWork;

/** Says that the answers of workloads are older than the design; stops and resumes answering. */
final class AnsweringBar extends HBox {
  private final ScenarioWork work;
  private final Messages messages;
  private final Label state = Rows.label("", "section-note");
  private final Button stop;
  private final Button resume;

  AnsweringBar(ScenarioWork work, Messages messages) {
    this.work = work;
    this.messages = messages;
    stop = Rows.button(messages.say("panel.workload.stop"), "quiet-button", work::stop);
    stop.getStyleClass().add("answers-stop");
    resume = Rows.button(messages.say("panel.workload.resume"), "quiet-button", work::resume);
    resume.getStyleClass().add("answers-resume");
    getChildren().addAll(state, Rows.spring(), stop, resume);
    setAlignment(Pos.CENTER_LEFT);
  }

  void show() {
    ScenarioWork.State at = work.stateProperty().get();
    Rows.show(this, at != ScenarioWork.State.ANSWERED);
    state.setText(
        switch (at) {
          case ANSWERED -> "";
          case STOPPED -> messages.say("panel.workload.stopped");
          case ANSWERING -> messages.say("panel.workload.answering");
        });
    Rows.show(stop, at == ScenarioWork.State.ANSWERING);
    Rows.show(resume, at == ScenarioWork.State.STOPPED);
  }
}
