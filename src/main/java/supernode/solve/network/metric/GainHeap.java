package supernode.solve.network.metric;

/** Vertices by gain, the largest first; a vertex can change its gain or leave. */
final class GainHeap {
  private final double[] gain;
  private final int[] heap;
  private final int[] at;
  private int size;

  /**
   * @param at place of each vertex in its heap, shared by heaps that hold different vertices; -1
   *     for none
   */
  GainHeap(double[] gain, int[] at) {
    this.gain = gain;
    this.at = at;
    this.heap = new int[gain.length];
  }

  boolean isEmpty() {
    return size == 0;
  }

  int top() {
    return heap[0];
  }

  void add(int v) {
    heap[size] = v;
    at[v] = size;
    rise(size++);
  }

  void remove(int v) {
    int place = at[v];
    at[v] = -1;
    int last = heap[--size];
    if (place < size) {
      heap[place] = last;
      at[last] = place;
      changed(last);
    }
  }

  /** Puts a vertex right whose gain has changed. */
  void changed(int v) {
    rise(at[v]);
    sink(at[v]);
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      at[heap[i]] = -1;
    }
    size = 0;
  }

  // Of equal gains the lower number first, so that runs are alike.
  private boolean before(int a, int b) {
    return gain[a] > gain[b] || (gain[a] == gain[b] && a < b);
  }

  private void rise(int from) {
    int place = from;
    int v = heap[place];
    while (place > 0 && before(v, heap[(place - 1) / 2])) {
      heap[place] = heap[(place - 1) / 2];
      at[heap[place]] = place;
      place = (place - 1) / 2;
    }
    heap[place] = v;
    at[v] = place;
  }

  private void sink(int from) {
    int place = from;
    int v = heap[place];
    int child = 2 * place + 1;
    while (child < size) {
      if (child + 1 < size && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!before(heap[child], v)) {
        break;
      }
      heap[place] = heap[child];
      at[heap[place]] = place;
      place = child;
      child = 2 * place + 1;
    }
    heap[place] = v;
    at[v] = place;
  }
}
