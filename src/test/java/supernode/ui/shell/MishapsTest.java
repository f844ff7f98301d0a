package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.quantity.Text;

class MishapsTest {
  private final List<Text> told = new ArrayList<>();
  private final Mishaps mishaps = new Mishaps(Runnable::run, told::add);

  @Test
  void aFailureThatRepeatsIsToldOnce() {
    IllegalStateException failure = new IllegalStateException("first\nsecond");
    for (int i = 0; i < 100; i++) {
      mishaps.uncaughtException(Thread.currentThread(), failure);
    }

    assertThat(told).containsExactly(Text.of("app.internal", "IllegalStateException", "first"));
  }

  @Test
  void anotherOneIsToldToo() {
    mishaps.uncaughtException(Thread.currentThread(), new IllegalStateException("a"));
    mishaps.uncaughtException(Thread.currentThread(), new OutOfMemoryError());

    assertThat(told).extracting(Text::key).containsExactly("app.internal", "app.memory");
  }
}
