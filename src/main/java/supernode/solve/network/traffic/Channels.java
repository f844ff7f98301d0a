package supernode.solve.network.traffic;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.RandomAccess;

/** Numbers of channels, ascending: there may be hundreds of thousands. */
final class Channels extends AbstractList<Integer> implements RandomAccess {
  private final int[] numbers;

  Channels(BitSet channels) {
    numbers = new int[channels.cardinality()];
    int at = 0;
    for (int c = channels.nextSetBit(0); c >= 0; c = channels.nextSetBit(c + 1)) {
      numbers[at++] = c;
    }
  }

  @Override
  public Integer get(int index) {
    return numbers[index];
  }

  @Override
  public int size() {
    return numbers.length;
  }
}
