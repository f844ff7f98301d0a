package supernode.solve.cooling;

import java.util.List;
import java.util.function.ToIntFunction;

/** Positions in a list by the loop that each belongs to, in the order of the list. */
final class Shares {
  private final int[] end;
  private final int[] position;

  /**
   * @param loopOf the loop of a member of the list
   */
  <T> Shares(int loops, List<T> all, ToIntFunction<T> loopOf) {
    end = new int[loops];
    position = new int[all.size()];
    for (T one : all) {
      end[loopOf.applyAsInt(one)]++;
    }
    for (int l = 0, sum = 0; l < loops; l++) {
      int size = end[l];
      end[l] = sum;
      sum += size;
    }
    for (int i = 0; i < position.length; i++) {
      position[end[loopOf.applyAsInt(all.get(i))]++] = i;
    }
  }

  int size(int loop) {
    return end[loop] - begin(loop);
  }

  /** Which of a loop's a position in the whole list is. */
  int placeOf(int position, int loop) {
    for (int n = 0; n < size(loop); n++) {
      if (at(loop, n) == position) {
        return n;
      }
    }
    throw new IllegalArgumentException("no " + position + " in loop " + loop);
  }

  private int begin(int loop) {
    return loop == 0 ? 0 : end[loop - 1];
  }

  /** Position in the whole list of a loop's n-th. */
  int at(int loop, int n) {
    return position[begin(loop) + n];
  }
}
