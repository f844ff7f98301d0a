package supernode.solve.network.rate;

import java.util.Arrays;

/** Hash values that stand for what things look like, and their numbering. */
public final class Colours {
  private Colours() {}

  /** Finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
  public static long mix(long z) {
    long a = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ a >>> 27) * 0x94d049bb133111ebL;
    return b ^ b >>> 31;
  }

  public static long bits(double value) {
    return Double.doubleToLongBits(value);
  }

  /** Shares that differ by the rounding of equal splits are one: 40 bits of the mantissa count. */
  public static long rounded(double share) {
    return (bits(share) + (1L << 11)) >>> 12;
  }

  /** Numbers the colours from 0 in the order of their first appearance. */
  public static int[] number(long[] colours) {
    int[] classes = new int[colours.length];
    // Most often there are few colours, and neighbours share theirs.
    Table known = new Table(64);
    for (int i = 0; i < colours.length; i++) {
      classes[i] =
          i > 0 && colours[i] == colours[i - 1] ? classes[i - 1] : known.number(colours[i]);
    }
    return classes;
  }

  /** Colours by open addressing, at most half full. */
  private static final class Table {
    private long[] key;
    private int[] number;
    private int count;

    Table(int size) {
      key = new long[size];
      number = new int[size];
      Arrays.fill(number, -1);
    }

    int number(long colour) {
      int slot = slot(colour);
      if (number[slot] >= 0) {
        return number[slot];
      }
      put(slot, colour, count);
      if (2 * count == key.length) {
        grow();
      }
      return count - 1;
    }

    private int slot(long colour) {
      int slot = (int) colour & (key.length - 1);
      while (number[slot] >= 0 && key[slot] != colour) {
        slot = (slot + 1) & (key.length - 1);
      }
      return slot;
    }

    private void put(int slot, long colour, int value) {
      key[slot] = colour;
      number[slot] = value;
      count++;
    }

    private void grow() {
      Table larger = new Table(4 * key.length);
      for (int i = 0; i < key.length; i++) {
        if (number[i] >= 0) {
          larger.put(larger.slot(key[i]), key[i], number[i]);
        }
      }
      key = larger.key;
      number = larger.number;
    }
  }

  /** How many numbers were given. */
  public static int count(int[] classes) {
    int most = -1;
    for (int c : classes) {
      most = Math.max(most, c);
    }
    return most + 1;
  }
}
