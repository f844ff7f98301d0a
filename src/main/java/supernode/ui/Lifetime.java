package supernode.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * What a scene watches for as long as it is shown. A change of language builds the scene anew while
 * the workspace stays; what the old scene watched ends with its lifetime.
 */
public final class Lifetime {
  private final List<Subscription> subscriptions = new ArrayList<>();

  /** Calls the watcher with the present value and with every later one. */
  public <T> void watch(ObservableValue<T> value, Consumer<? super T> watcher) {
    subscriptions.add(value.subscribe(watcher));
  }

  /** Runs something now and whenever one of the values changes. */
  public void watchAll(Runnable watcher, ObservableValue<?>... values) {
    for (ObservableValue<?> value : values) {
      subscriptions.add(value.subscribe(watcher));
    }
    watcher.run();
  }

  /** Adds something to do at the end. */
  public void atEnd(Runnable action) {
    subscriptions.add(action::run);
  }

  public void end() {
    subscriptions.forEach(Subscription::unsubscribe);
    subscriptions.clear();
  }
}
