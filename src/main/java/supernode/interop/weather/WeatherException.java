package supernode.interop.weather;

import supernode.quantity.Text;

/** A weather table that cannot be used; {@link #text()} names file, line and remedy. */
public final class WeatherException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text text;

  WeatherException(String key, Object... values) {
    super(key + " " + java.util.List.of(values));
    this.text = Text.of(key, values);
  }

  public Text text() {
    return text;
  }
}
