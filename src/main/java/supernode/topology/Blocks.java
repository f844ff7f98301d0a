package supernode.topology;

/** Copies of long arrays in which little is left out. */
final class Blocks {
  private Blocks() {}

  /**
   * @param lost what is left out, ascending
   * @param width entries of each
   */
  static int[] without(int[] all, int[] lost, int width) {
    int[] kept = new int[all.length - lost.length * width];
    int from = 0;
    int to = 0;
    for (int l : lost) {
      int length = l * width - from;
      System.arraycopy(all, from, kept, to, length);
      from += length + width;
      to += length;
    }
    System.arraycopy(all, from, kept, to, all.length - from);
    return kept;
  }
}
