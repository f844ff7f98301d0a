package supernode.solve.network.rate;

/** Links ordered by the fill level at which they saturate: a binary heap on plain arrays. */
public final class LevelHeap {
  private final double[] key;
  private final int[] item;
  private int size;

  public LevelHeap(int capacity) {
    key = new double[capacity];
    item = new int[capacity];
  }

  /** Appends without order; {@link #order} follows. */
  public void append(int link, double level) {
    key[size] = level;
    item[size++] = link;
  }

  public void order() {
    for (int i = size / 2 - 1; i >= 0; i--) {
      siftDown(i, key[i], item[i]);
    }
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int top() {
    return item[0];
  }

  public double topLevel() {
    return key[0];
  }

  public void raiseTop(double level) {
    siftDown(0, level, item[0]);
  }

  public void removeTop() {
    size--;
    if (size > 0) {
      siftDown(0, key[size], item[size]);
    }
  }

  private void siftDown(int from, double level, int link) {
    int hole = from;
    for (int child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && key[child + 1] < key[child]) {
        child++;
      }
      if (level <= key[child]) {
        break;
      }
      key[hole] = key[child];
      item[hole] = item[child];
      hole = child;
    }
    key[hole] = level;
    item[hole] = link;
  }
}
