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
    int size = Integer.highestOneBit(Math.max(8, colours.length)) * 4;
    long[] key = new long[size];
    int[] number = new int[size];
    Arrays.fill(number, -1);
    int[] classes = new int[colours.length];
    int count = 0;
    for (int i = 0; i < colours.length; i++) {
      int slot = (int) colours[i] & (size - 1);
      while (number[slot] >= 0 && key[slot] != colours[i]) {
        slot = (slot + 1) & (size - 1);
      }
      if (number[slot] < 0) {
        key[slot] = colours[i];
        number[slot] = count++;
      }
      classes[i] = number[slot];
    }
    return classes;
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
