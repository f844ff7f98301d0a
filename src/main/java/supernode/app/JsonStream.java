package supernode.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import supernode.quantity.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** A JSON file read token by token, with messages that name file, place and remedy. */
final class JsonStream implements AutoCloseable {
  /** Smallest and largest positive value that is taken: nothing overflows on the way. */
  static final double LEAST = 1e-30;

  static final double MOST = 1e30;

  private static final int SHOWN = 60;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final InputStream bytes;
  private final JsonParser parser;

  /** Names of lists and numbers of their items, outermost first. */
  private final Deque<String> place = new ArrayDeque<>();

  private JsonStream(String file, InputStream bytes, JsonParser parser) {
    this.file = file;
    this.bytes = bytes;
    this.parser = parser;
  }

  /** Opens a file, or standard input for "-". */
  static JsonStream open(String file) {
    boolean standard = file.equals("-");
    try {
      if (!standard && !Files.exists(Path.of(file))) {
        throw new BadInput("store.noFile", file);
      }
      if (!standard && !Files.isRegularFile(Path.of(file))) {
        throw new BadInput("store.notAFile", file);
      }
      InputStream in =
          new BufferedInputStream(standard ? System.in : Files.newInputStream(Path.of(file)));
      return new JsonStream(file, in, JSON.createParser(ObjectReadContext.empty(), in));
    } catch (IOException | java.nio.file.InvalidPathException | JacksonException _) {
      throw new BadInput("store.unreadable", file);
    }
  }

  JsonToken next() {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  private BadInput broken(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null
        ? new BadInput("store.unreadable", file)
        : new BadInput("maxmin.notJson", file, at.getLineNr(), at.getColumnNr());
  }

  /** The present value as it is written; the end of the file may come within it. */
  private String string() {
    try {
      return parser.getString();
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  /** Moves to the value of the next key of the object being read; false at the object's end. */
  boolean nextKey() {
    if (next() != JsonToken.PROPERTY_NAME) {
      return false;
    }
    next();
    return true;
  }

  String key() {
    return parser.currentName();
  }

  void requireObject() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw refused("maxmin.notAnObject");
    }
  }

  void requireList() {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw refused("maxmin.notAList");
    }
  }

  void requireEnd() {
    if (next() != null) {
      throw new BadInput(
          "maxmin.notJson",
          file,
          parser.currentTokenLocation().getLineNr(),
          parser.currentTokenLocation().getColumnNr());
    }
  }

  void requireKey(boolean there, String key) {
    if (!there) {
      throw refused("maxmin.missing", key);
    }
  }

  /** Reads the list under the present key, item by item; each must be an object. */
  void eachObject(IntConsumer read, int most, String beyond) {
    String list = key();
    requireList();
    int i = 0;
    for (JsonToken t = next(); t != JsonToken.END_ARRAY; t = next()) {
      place.addLast(list + "[" + i + "]");
      if (t != JsonToken.START_OBJECT) {
        throw refused("maxmin.notAnObject");
      }
      if (i >= most) {
        throw refused(beyond, most);
      }
      read.accept(i++);
      place.removeLast();
    }
  }

  /** Passes over the value of the present key. */
  void skip() {
    try {
      parser.skipChildren();
    } catch (JacksonException _) {
      throw new BadInput("store.unreadable", file);
    }
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** A text, or a whole number taken as one. */
  String id() {
    JsonToken t = parser.currentToken();
    if (t != JsonToken.VALUE_STRING && t != JsonToken.VALUE_NUMBER_INT) {
      throw refused("maxmin.notAnId", shown());
    }
    return string();
  }

  /** A finite number that is not negative. */
  double amount() {
    double value = number();
    if (value != 0 && !(value >= LEAST && value <= MOST)) {
      throw refused("maxmin.range", key(), shown(), "1e-30", "1e30");
    }
    return value;
  }

  /** A finite number above 0. */
  double positive() {
    double value = number();
    if (!(value >= LEAST && value <= MOST)) {
      throw refused("maxmin.rangePositive", key(), shown(), "1e-30", "1e30");
    }
    return value;
  }

  private double number() {
    JsonToken t = parser.currentToken();
    if (t != JsonToken.VALUE_NUMBER_INT && t != JsonToken.VALUE_NUMBER_FLOAT) {
      throw refused("maxmin.notANumber", key(), shown());
    }
    try {
      return parser.getDoubleValue();
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  private String shown() {
    String text = parser.currentToken().isScalarValue() ? string() : "[…]";
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  BadInput unknownKey(String known) {
    return refused("maxmin.unknownKey", key(), known);
  }

  /** A refusal that names file and place first. */
  BadInput refused(String message, Object... more) {
    Text top = Text.of("maxmin.top");
    return refusal(place.isEmpty() ? top : String.join(".", place), message, more);
  }

  /** A refusal of the file as a whole. */
  BadInput refusedWhole(String message, Object... more) {
    return refusal("", message, more);
  }

  private BadInput refusal(Object at, String message, Object... more) {
    List<Object> values = new ArrayList<>();
    values.add(file);
    values.add(at);
    values.addAll(List.of(more));
    return new BadInput(message, values.toArray());
  }

  @Override
  public void close() {
    parser.close();
    try {
      bytes.close();
    } catch (IOException _) {
      // Read to the end or refused already: nothing is lost.
    }
  }
}
