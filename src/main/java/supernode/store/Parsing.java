package supernode.store;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import supernode.design.Bounds;
import supernode.quantity.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bytes to a JSON tree, with limits that no honest design meets and messages for people. */
final class Parsing {
  /** Largest file, byte. A design of a million chips is kilobytes. */
  static final long MAX_BYTES = 32L << 20;

  static final int MAX_NESTING = 200;

  // A tree takes some 100 byte per token and a microsecond: this bounds both.
  private static final long MAX_TOKENS = 500_000;
  private static final int MAX_STRING = 1 << 20;
  private static final int MAX_NAME = Bounds.MAX_TEXT;
  private static final int MAX_NUMBER = 100;
  private static final int EXCERPT = 16;

  private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"(.*?)\"");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_NESTING)
                          .maxTokenCount(MAX_TOKENS)
                          .maxStringLength(MAX_STRING)
                          .maxNameLength(MAX_NAME)
                          .maxNumberLength(MAX_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private Parsing() {}

  /**
   * @throws StoreException when the bytes are no JSON object
   */
  static JsonNode parse(String file, byte[] bytes) {
    requireSize(file, bytes.length);
    int first = firstVisible(bytes);
    if (first != '{') {
      String key =
          first < 0 ? "store.empty" : isWide(bytes) ? "store.wideCharacters" : "store.foreign";
      throw new StoreException(Text.of(key, file));
    }
    try (JsonParser parser = JSON.createParser(bytes)) {
      try {
        JsonNode tree = JSON.readTree(parser);
        parser.nextToken();
        if (parser.currentToken() != null) {
          throw new StoreException(trailing(file, bytes, parser.currentTokenLocation()));
        }
        return tree;
      } catch (JacksonException e) {
        // What breaks a limit does not say where; the parser knows how far it came.
        boolean said = e.getLocation() != null && e.getLocation().getLineNr() > 0;
        throw new StoreException(
            text(file, bytes, e, said ? e.getLocation() : parser.currentLocation()));
      }
    }
  }

  private static Text trailing(String file, byte[] bytes, TokenStreamLocation at) {
    return Text.of(
        "store.notJson",
        file,
        at.getLineNr(),
        at.getColumnNr(),
        excerpt(bytes, at.getByteOffset()));
  }

  static void requireSize(String file, long bytes) {
    if (bytes > MAX_BYTES) {
      throw new StoreException(Text.of("store.tooLarge", file, bytes >> 20, MAX_BYTES >> 20));
    }
  }

  private static int firstVisible(byte[] bytes) {
    // A byte order mark in UTF-8 is tolerated.
    boolean marked =
        bytes.length > 2
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    for (int i = marked ? 3 : 0; i < bytes.length; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t') {
        return bytes[i] & 0xFF;
      }
    }
    return -1;
  }

  /** Whether it seems to be text of two or four bytes a character: a mark, or zeros in between. */
  private static boolean isWide(byte[] bytes) {
    if (bytes.length < 4) {
      return false;
    }
    int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    boolean zeros = bytes[0] == 0 && (bytes[1] == '{' || bytes[3] == '{');
    return mark == 0xFEFF || mark == 0xFFFE || zeros;
  }

  private static Text text(String file, byte[] bytes, JacksonException e, TokenStreamLocation at) {
    int line = Math.max(1, at.getLineNr());
    int column = Math.max(1, at.getColumnNr());
    long offset = at.getByteOffset();
    String reason = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return reason.contains("nesting")
          ? Text.of("store.tooDeep", file, line, column, MAX_NESTING)
          : Text.of("store.tooLong", file, line, column);
    }
    Matcher duplicate = DUPLICATE.matcher(reason);
    if (duplicate.find()) {
      return Text.of("store.duplicate", file, line, column, duplicate.group(1));
    }
    if (e instanceof UnexpectedEndOfInputException || offset >= bytes.length) {
      return Text.of("store.truncated", file, line, column);
    }
    return Text.of("store.notJson", file, line, column, excerpt(bytes, offset));
  }

  /** What stands around an offset, for people to find it by. */
  private static String excerpt(byte[] bytes, long offset) {
    int from = Math.clamp(offset - EXCERPT, 0, bytes.length);
    int to = Math.clamp(offset + EXCERPT, 0, bytes.length);
    return new String(bytes, from, to - from, StandardCharsets.UTF_8)
        .replaceAll("[\\p{Cntrl}\uFFFD\\s]+", " ")
        .strip();
  }
}
