package supernode.figure;

import java.util.ArrayList;
import java.util.List;
import supernode.figure.Shape.Weight;

/**
 * How wide text is, without a toolkit, so that all painters cut labels at the same letter. Advance
 * widths are those of Inter 4 (read from the bundled fonts), in thousandths of the type size;
 * Chinese and other wide letters take one em (Noto Sans SC), the rest what Inter takes on average.
 */
public final class TextWidth {
  private static final double SMALLEST = 0.6;

  private static final int[] REGULAR = {
    281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360,
    631, 407, 610, 618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511,
    966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903, 753, 765,
    639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456,
    323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600,
    612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662
  };
  private static final int[] BOLD = {
    237, 338, 552, 649, 655, 1016, 672, 339, 377, 377, 559, 679, 334, 468, 334, 388,
    674, 431, 630, 646, 676, 622, 649, 582, 651, 649, 334, 343, 679, 679, 679, 560,
    1016, 747, 662, 740, 722, 607, 587, 750, 747, 281, 584, 719, 565, 932, 762, 771,
    648, 777, 657, 655, 667, 732, 747, 1038, 738, 731, 664, 377, 388, 377, 487, 476,
    365, 581, 630, 588, 630, 596, 398, 632, 623, 271, 271, 580, 271, 913, 623, 613,
    630, 630, 407, 560, 366, 623, 600, 850, 580, 602, 573, 469, 372, 469, 679
  };
  private static final int OTHER = 600;

  // The first letters of the scripts that are set full width: CJK marks, kana, ideographs.
  private static final int FIRST_WIDE = 0x2E80;

  // Dashes, quotation marks and dots, full width among Chinese.
  private static final int FIRST_MARK = 0x2014;
  private static final int LAST_MARK = 0x2027;

  private TextWidth() {}

  /** In the unit of the size. */
  public static double of(String text, double size, Weight weight) {
    boolean chinese = text.chars().anyMatch(letter -> letter >= FIRST_WIDE);
    double thousandths = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean wide = chinese && letter >= FIRST_MARK && letter <= LAST_MARK;
      thousandths += wide ? 1000 : advance(letter, weight);
    }
    return thousandths * size / 1000;
  }

  private static double advance(char letter, Weight weight) {
    if (letter >= FIRST_WIDE) {
      return 1000;
    }
    if (letter < 32 || letter > 126) {
      return letter == '…' ? 950 : letter == '→' ? 954 : OTHER;
    }
    // Between the two measured weights the widths grow evenly.
    double bolder = (weight.css() - 400) / 300.0;
    return REGULAR[letter - 32] + bolder * (BOLD[letter - 32] - REGULAR[letter - 32]);
  }

  /** The text, cut and ended with "…" where it is wider; empty where not even that fits. */
  static String fit(String text, double size, Weight weight, double maxWidth) {
    if (of(text, size, weight) <= maxWidth) {
      return text;
    }
    for (int end = text.length() - 1; end > 0; end--) {
      String cut = text.substring(0, end).stripTrailing() + "…";
      if (!Character.isHighSurrogate(text.charAt(end - 1)) && of(cut, size, weight) <= maxWidth) {
        return cut;
      }
    }
    return "";
  }

  /** As many lines as a text takes in a room, {@code most} of them; the last is cut. */
  public static List<String> lines(
      String text, double size, Shape.Weight weight, double room, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (lines.size() < most - 1 && of(rest, size, weight) > room) {
      int end = rest.length() - 1;
      while (end > 0 && !(breaks(rest, end) && of(rest.substring(0, end), size, weight) <= room)) {
        end--;
      }
      if (end == 0) {
        break;
      }
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    lines.add(fit(rest, size, weight, room));
    return lines;
  }

  /** Between words; between Chinese signs too, but not before a stop or bracket that ends. */
  private static boolean breaks(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    boolean wide = before >= FIRST_WIDE || after >= FIRST_WIDE;
    return before == ' ' || after == ' ' || (wide && "，。；：、）”".indexOf(after) < 0);
  }

  /**
   * Height of type at which a text fits; no smaller than six tenths of what is wanted, where it is
   * cut instead.
   */
  public static double sizeToFit(String text, double size, Shape.Weight weight, double room) {
    double width = of(text, size, weight);
    return width <= room ? size : Math.max(SMALLEST * size, 0.99 * size * room / width);
  }
}
