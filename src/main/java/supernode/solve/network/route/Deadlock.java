package supernode.solve.network.route;

import supernode.quantity.Text;

/**
 * Whether packets that wait for one another can wait for ever (Dally and Seitz, IEEE Trans.
 * Computers C-36(5), 1987).
 *
 * @param virtualChannels on each link with which a routing is free of deadlock; 1 for none besides
 *     the link itself, 0 where no number is known
 * @param reason why so
 */
public record Deadlock(int virtualChannels, Text reason) {
  public boolean freeAsItIs() {
    return virtualChannels == 1;
  }

  static Deadlock free(String key) {
    return new Deadlock(1, Text.of(key));
  }

  static Deadlock with(int virtualChannels, String key) {
    return new Deadlock(virtualChannels, Text.of(key, virtualChannels));
  }
}
