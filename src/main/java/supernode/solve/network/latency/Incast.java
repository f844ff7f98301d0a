package supernode.solve.network.latency;

/** A burst of all others to one: no queue theory, only what its port can swallow. */
public final class Incast {
  private Incast() {}

  /**
   * Time until the last byte of an N-to-1 burst has left the last link.
   *
   * @param ranks all that take part, the receiver counted
   * @param bytes what each of the others sends
   * @param bytesPerS rate of the receiver
   */
  public static double drainS(int ranks, double bytes, double bytesPerS) {
    if (ranks < 1 || !(bytes >= 0) || !(bytesPerS > 0)) {
      throw new IllegalArgumentException(
          "incast of " + ranks + " x " + bytes + " B at " + bytesPerS + " B/s");
    }
    return (ranks - 1) * bytes / bytesPerS;
  }
}
