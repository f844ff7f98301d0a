package supernode.solve.network.latency;

import supernode.catalog.Confidence;
import supernode.catalog.Sourced;

/**
 * What Reed-Solomon correction of a serial link costs: the receiver waits for whole codewords, then
 * corrects.
 *
 * @param codewordBits length of a codeword on the line
 * @param codewords how many are interleaved, so received before the first is whole
 * @param lineBitsPerS rate on the line, correction included
 * @param worksS encoding, correction and margin
 */
public record ForwardErrorCorrection(
    double codewordBits, int codewords, double lineBitsPerS, double worksS) {
  private static final String SOURCE = "copy of an IEEE 802.3dj contribution (weak)";

  /** RS(544,514) on 10-bit symbols. */
  public static final Sourced CODEWORD_BITS =
      new Sourced(5440, Confidence.SEEN, SOURCE, "544 symbols of 10 bits");

  /** Encoding, correction and margin of 800GBASE: 63 ns a link, of which 25.6 are accumulation. */
  public static final Sourced WORKS_S =
      new Sourced(37.4e-9, Confidence.ESTIMATE, SOURCE, "about 63 ns per link less 25.6 ns");

  /** 800 Gb/s Ethernet: four codewords on a line of 850 Gb/s. */
  public static ForwardErrorCorrection ethernet800() {
    return new ForwardErrorCorrection(CODEWORD_BITS.value(), 4, 850e9, WORKS_S.value());
  }

  /** Waiting for the codewords alone. */
  public double accumulationS() {
    return codewords * codewordBits / lineBitsPerS;
  }

  /** All that one link adds. */
  public double totalS() {
    return accumulationS() + worksS;
  }
}
