package supernode.ui.shell;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import supernode.quantity.Text;

/** Tells the user, once for each kind, what no code expected; the work stays open and kept. */
final class Mishaps implements Thread.UncaughtExceptionHandler {
  private final Executor window;
  private final Consumer<Text> notice;
  private final Set<String> told = new HashSet<>();

  Mishaps(Executor window, Consumer<Text> notice) {
    this.window = window;
    this.notice = notice;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    window.execute(() -> {
      // Painting may fail sixty times a second.
      if (told.add(kind(failure))) {
        notice.accept(sentence(failure));
      }
    });
  }

  private static String kind(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private static Text sentence(Throwable failure) {
    if (failure instanceof VirtualMachineError) {
      return Text.of("app.memory", Runtime.getRuntime().maxMemory() >> 20);
    }
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return Text.of("app.internal", failure.getClass().getSimpleName(), message);
  }
}
