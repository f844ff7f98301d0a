package supernode.ui;

import java.util.function.DoubleConsumer;

/** Tells a share only when it is another percent. */
final class Percents implements DoubleConsumer {
  private final DoubleConsumer to;
  private double told = -1;

  Percents(DoubleConsumer to) {
    this.to = to;
  }

  @Override
  public void accept(double share) {
    if (share >= told + 0.01) {
      told = share;
      to.accept(share);
    }
  }
}
