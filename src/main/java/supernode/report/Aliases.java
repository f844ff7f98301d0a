package supernode.report;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Makes text searchable. Fonts draw some rare letters with the glyph of a common one, for example a
 * radical sign (U+2E80 to U+2FDF) with that of the ideograph which looks like it, and PDFBox names
 * a glyph by the lowest of its letters: a search for U+7247 (piece) would not find it, as the file
 * says U+2F5A. The rare letters are therefore moved out of the way, into the last private plane,
 * before the font is read.
 */
final class Aliases {
  private static final int FIRST_RADICAL = 0x2E80;
  private static final int LAST_RADICAL = 0x2FDF;

  /** Letters below those that they look like, in Inter 4 and Noto Sans SC as bundled. */
  private static final Set<Integer> SINGLE =
      Set.of(0x0269, 0x02BC, 0x02EE, 0x3ADA, 0x3B35, 0x3B3A, 0x3BA3);

  private static final int PRIVATE_PLANE = 0x100000;
  private static final int CMAP = 0x636D6170;

  private Aliases() {}

  /**
   * @param font a TrueType file, changed in place
   */
  static byte[] hidden(byte[] font) {
    ByteBuffer file = ByteBuffer.wrap(font);
    int tables = file.getShort(4);
    for (int i = 0; i < tables; i++) {
      int entry = 12 + 16 * i;
      if (file.getInt(entry) == CMAP) {
        hide(file, file.getInt(entry + 8));
      }
    }
    return font;
  }

  private static void hide(ByteBuffer file, int cmap) {
    int subtables = file.getShort(cmap + 2);
    for (int i = 0; i < subtables; i++) {
      int at = cmap + file.getInt(cmap + 8 + 8 * i);
      if (file.getShort(at) == 12) {
        hideGroups(file, at);
      }
    }
  }

  /** Format 12: groups of first letter, last letter, first glyph. */
  private static void hideGroups(ByteBuffer file, int subtable) {
    int groups = file.getInt(subtable + 12);
    for (int g = 0; g < groups; g++) {
      int at = subtable + 16 + 12 * g;
      int first = file.getInt(at);
      int last = file.getInt(at + 4);
      boolean radicals = first >= FIRST_RADICAL && last <= LAST_RADICAL;
      if (radicals || (first == last && SINGLE.contains(first))) {
        file.putInt(at, first + PRIVATE_PLANE);
        file.putInt(at + 4, last + PRIVATE_PLANE);
      }
    }
  }
}
