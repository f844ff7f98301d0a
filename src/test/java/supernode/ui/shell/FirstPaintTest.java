package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Work after the first picture may do what any other work may. */
@ExtendWith(ApplicationExtension.class)
class FirstPaintTest {
  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(new Label("first")));
    stage.show();
  }

  @Test
  void aPieceOfWorkMayAskAQuestionAndWait() throws Exception {
    CompletableFuture<Optional<?>> answer = new CompletableFuture<>();
    Platform.runLater(() -> new FirstPaint().execute(() -> answer.complete(ask())));
    assertThat(answer.get(20, TimeUnit.SECONDS)).isEmpty();
  }

  // Closes itself as soon as it is shown.
  private static Optional<?> ask() {
    Stage question = new Stage();
    question.setScene(new Scene(new Label("question")));
    question.setOnShown(_ -> Platform.runLater(question::close));
    try {
      question.showAndWait();
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.of(e);
    }
  }

  @Test
  void piecesAreDoneInOrder() throws Exception {
    List<Integer> done = new ArrayList<>();
    CompletableFuture<List<Integer>> all = new CompletableFuture<>();
    Platform.runLater(() -> {
      FirstPaint later = new FirstPaint();
      for (int i = 0; i < 3; i++) {
        int piece = i;
        later.execute(() -> done.add(piece));
      }
      later.execute(() -> all.complete(List.copyOf(done)));
    });
    assertThat(all.get(20, TimeUnit.SECONDS)).containsExactly(0, 1, 2);
  }
}
