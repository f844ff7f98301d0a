package supernode.solve.network.rate;

import java.util.Arrays;

/** Hash values that stand for what things look like, and their numbering. */
public final class Colours {
  private Colours() {}

  /**
   * Step of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). Its finaliser alone leaves 0 as it is: a
   * sum over nothing would then look like the first of its summands.
   */
  public static long mix(long state) {
    long z = state + 0x9e3779b97f4a7c15L;
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
    Numbers known = new Numbers();
    for (int i = 0; i < colours.length; i++) {
      classes[i] = i > 0 && colours[i] == colours[i - 1] ? classes[i - 1] : known.of(colours[i]);
    }
    return classes;
  }

  /** Numbers of colours in the order of their first appearance; by open addressing, half full. */
  public static final class Numbers {
    private long[] key = new long[64];
    private int[] number = new int[64];
    private int count;

    public Numbers() {
      Arrays.fill(number, -1);
    }

    public int count() {
      return count;
    }

    /** Number of a colour that has one; -1 for others. */
    public int find(long colour) {
      return number[slot(colour)];
    }

    /** Number of a colour, which gets the next one when it is new. */
    public int of(long colour) {
      int slot = slot(colour);
      if (number[slot] >= 0) {
        return number[slot];
      }
      put(slot, colour, count++);
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
    }

    private void grow() {
      long[] keys = key;
      int[] numbers = number;
      key = new long[4 * keys.length];
      number = new int[key.length];
      Arrays.fill(number, -1);
      for (int i = 0; i < keys.length; i++) {
        if (numbers[i] >= 0) {
          put(slot(keys[i]), keys[i], numbers[i]);
        }
      }
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
