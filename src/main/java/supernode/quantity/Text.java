package supernode.quantity;

import java.util.List;

/**
 * A sentence for people as a message key and its values; the words are looked up in a language at
 * the window's or the report's edge.
 *
 * @param key key in the message bundle
 * @param values values for the placeholders {0}, {1}, ...: strings, {@link Quantity}, nested texts,
 *     integers
 */
public record Text(String key, List<Object> values) {
  public Text {
    values = List.copyOf(values);
  }

  public static Text of(String key, Object... values) {
    return new Text(key, List.of(values));
  }
}
