package supernode.quantity;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Renders texts in a language: the words come from the bundle {@code supernode.messages}. */
public final class Messages {
  private final Locale locale;
  private final ResourceBundle bundle;

  public Messages(Locale locale) {
    this.locale = locale;
    ResourceBundle.Control noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    this.bundle = ResourceBundle.getBundle("supernode.messages", locale, noFallback);
  }

  /** The language for a tag such as "en" or "zh"; anything Chinese is zh_CN, the rest English. */
  public static Locale locale(String tag) {
    return tag.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
  }

  public Locale locale() {
    return locale;
  }

  /** The sentence; a key that has no words shows itself, so that a gap is seen and not hidden. */
  public String say(Text text) {
    return say(text.key(), text.values().toArray());
  }

  public String say(String key, Object... values) {
    String pattern;
    try {
      pattern = bundle.getString(key);
    } catch (MissingResourceException _) {
      return key;
    }
    Object[] said = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      said[i] = word(values[i]);
    }
    return new MessageFormat(pattern, locale).format(said);
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  private Object word(Object value) {
    return switch (value) {
      case Text inner -> say(inner);
      case Quantity q -> QuantityFormat.format(q.value(), q.dimension());
      case Number n -> QuantityFormat.number(n.doubleValue());
      default -> value.toString();
    };
  }
}
