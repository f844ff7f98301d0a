package supernode.interop.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import supernode.catalog.EntryImport.Problem;
import supernode.quantity.Text;

/**
 * The text of a sheet as spreadsheets write it: UTF-8 or UTF-16, with commas, semicolons or tabs
 * between cells.
 */
record SheetText(String text) {
  private static final String SEPARATORS = ",;\t";
  private static final char QUOTE = '"';

  /** What stands at the beginning of files to tell their encoding. */
  private static final String MARK = "\uFEFF";

  /** The text, or where it is none. */
  sealed interface Decoded {
    record Good(SheetText sheet) implements Decoded {}

    record Bad(Problem problem) implements Decoded {}
  }

  static Decoded decoded(byte[] bytes) {
    CharsetDecoder decoder = charset(bytes).newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    boolean whole = !decoder.decode(in, out, true).isError();
    SheetText read = new SheetText(out.flip().toString().replaceFirst("^" + MARK, ""));
    if (whole && read.text.indexOf('\0') < 0) {
      return new Decoded.Good(read);
    }
    int end = whole ? read.text.indexOf('\0') : read.text.length();
    return new Decoded.Bad(read.problem(end, Text.of("sheet.encoding")));
  }

  private static Charset charset(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    return switch (first) {
      case 0xFFFE -> StandardCharsets.UTF_16LE;
      case 0xFEFF -> StandardCharsets.UTF_16BE;
      default -> StandardCharsets.UTF_8;
    };
  }

  /** The one that the first line has most of. */
  char separator() {
    String head = text.lines().findFirst().orElse("");
    return (char)
        SEPARATORS
            .chars()
            .boxed()
            .max((a, b) -> Long.compare(count(head, a), count(head, b)))
            .orElseThrow()
            .intValue();
  }

  private static long count(String head, int separator) {
    return head.chars().filter(c -> c == separator).count();
  }

  /** Where quotation marks do not close, or text follows behind them: readers would lose rows. */
  Optional<Problem> quotes() {
    char separator = separator();
    boolean begins = true;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == QUOTE && begins) {
        int end = closing(i);
        if (end < 0) {
          return Optional.of(problem(i, Text.of("sheet.notCsv")));
        }
        i = end;
        if (end < text.length() && !isEnd(text.charAt(end), separator)) {
          return Optional.of(problem(end, Text.of("sheet.afterQuote")));
        }
        begins = false;
      } else {
        begins = isEnd(c, separator);
        i++;
      }
    }
    return Optional.empty();
  }

  /** Behind the mark that closes one; two of them are one of the text. */
  private int closing(int opening) {
    int at = text.indexOf(QUOTE, opening + 1);
    while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
      at = text.indexOf(QUOTE, at + 2);
    }
    return at < 0 ? -1 : at + 1;
  }

  private static boolean isEnd(char c, char separator) {
    return c == separator || c == '\n' || c == '\r';
  }

  /** At a character: columns are counted by the separators before it. */
  private Problem problem(int at, Text why) {
    String before = text.substring(0, at).replace("\r\n", "\n").replace('\r', '\n');
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    String of = before.substring(before.lastIndexOf('\n') + 1);
    return new Problem(line, 1 + (int) count(of, separator()), "", why);
  }
}
