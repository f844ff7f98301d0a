package supernode.interop.epanet;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import supernode.quantity.Text;

/** The words of one line of a section; what is wrong with it is said with file and line. */
record Row(String file, int line, String section, List<String> words) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eEdD][+-]?\\d+)?");

  int size() {
    return words.size();
  }

  boolean has(int i) {
    return i < words.size();
  }

  String word(int i) {
    return words.get(i);
  }

  /** In capitals; empty where there is none. */
  String key(int i) {
    return has(i) ? words.get(i).toUpperCase(Locale.ROOT) : "";
  }

  /** At least so many words, as the format says. */
  Row needs(int count, String format) {
    if (words.size() < count) {
      throw wrong("few", words.size(), count, format);
    }
    return this;
  }

  boolean isNumber(int i) {
    return has(i) && NUMBER.matcher(word(i)).matches();
  }

  double number(int i) {
    if (!isNumber(i)) {
      throw wrong("number", i + 1, has(i) ? word(i) : "");
    }
    double value = Double.parseDouble(word(i).replace('d', 'e').replace('D', 'E'));
    if (!Double.isFinite(value)) {
      throw wrong("number", i + 1, word(i));
    }
    return value;
  }

  double number(int i, double otherwise) {
    return has(i) ? number(i) : otherwise;
  }

  double positive(int i) {
    double value = number(i);
    if (!(value > 0)) {
      throw wrong("positive", i + 1, word(i));
    }
    return value;
  }

  double notNegative(int i) {
    double value = number(i);
    if (value < 0) {
      throw wrong("negative", i + 1, word(i));
    }
    return value;
  }

  double notNegative(int i, double otherwise) {
    return has(i) ? notNegative(i) : otherwise;
  }

  /**
   * The refusal of this line: a sentence of {@code epanet.wrong} inside one that names the place.
   */
  InpException wrong(String key, Object... values) {
    return new InpException(
        "epanet.line", file, line, section, Text.of("epanet.wrong." + key, values));
  }
}
