package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import supernode.design.Setting;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;

/**
 * A value of a job that can be typed or chosen.
 *
 * @param path where it stands in the job, see {@link supernode.design.SettingPath}
 * @param label what it is called
 * @param dimension what it measures
 * @param si SI units in one of the file's
 * @param least in the file's unit
 * @param most in the file's unit
 * @param words what can be chosen, of a choice
 * @param otherwise what holds where nothing is said; empty where that is not one value
 */
public record JobField(
    String path,
    Text label,
    Type type,
    Dimension dimension,
    double si,
    double least,
    double most,
    List<String> words,
    String otherwise) {
  /** How it is typed. */
  public enum Type {
    WHOLE,
    NUMBER,
    /** Whole numbers, with commas between. */
    WHOLES,
    TEXT,
    CHOICE,
    TRUTH
  }

  /** Most that is typed into a list. */
  private static final int MOST_ITEMS = 1000;

  public JobField {
    words = List.copyOf(words);
  }

  static JobField whole(String path, double least, double most, String otherwise) {
    return new JobField(
        path, label(path), Type.WHOLE, Dimension.COUNT, 1, least, most, List.of(), otherwise);
  }

  static JobField number(
      String path, Dimension dimension, double si, double least, double most, String otherwise) {
    return new JobField(
        path, label(path), Type.NUMBER, dimension, si, least, most, List.of(), otherwise);
  }

  static JobField share(String path, double least, double most, String otherwise) {
    return number(path, Dimension.RATIO, 1, least, most, otherwise);
  }

  static JobField truth(String path, boolean otherwise) {
    return words(path, Type.TRUTH, List.of("true", "false"), String.valueOf(otherwise));
  }

  /** One that holds as another does where nothing is said. */
  static JobField truthLike(String path, String otherwise) {
    return words(path, Type.TRUTH, List.of("true", "false"), otherwise);
  }

  static JobField choice(String path, List<String> words, String otherwise) {
    return words(path, Type.CHOICE, words, otherwise);
  }

  static JobField text(String path) {
    return words(path, Type.TEXT, List.of(), "");
  }

  static JobField wholes(String path, double least, double most) {
    return new JobField(
        path, label(path), Type.WHOLES, Dimension.COUNT, 1, least, most, List.of(), "");
  }

  private static JobField words(String path, Type type, List<String> words, String otherwise) {
    return new JobField(path, label(path), type, Dimension.COUNT, 1, 0, 0, words, otherwise);
  }

  /** By its name, whatever it belongs to. */
  private static Text label(String path) {
    return Text.of("job.field." + path.substring(path.lastIndexOf('.') + 1));
  }

  /** As people read it; empty where nothing is set. */
  public String shown(Optional<Setting> value) {
    return switch (value.orElse(null)) {
      case null -> "";
      case Setting.Amount(double v) when type == Type.NUMBER ->
          QuantityFormat.format(v * si, dimension);
      case Setting.Listing(List<Setting> items) ->
          items.stream().map(Setting::toString).collect(Collectors.joining(", "));
      case Setting.Word(String word) -> word;
      case Setting s -> s.toString();
    };
  }

  /** What was typed, or why it cannot be: a number with its unit, within its bounds. */
  public Read read(String typed) {
    String text = typed.strip();
    return switch (type) {
      case WHOLE, NUMBER -> amount(text);
      case WHOLES -> wholes(text);
      case TEXT -> new Read(Optional.of(new Setting.Word(text)), Optional.empty());
      case CHOICE -> new Read(Optional.of(new Setting.Word(text)), Optional.empty());
      case TRUTH -> new Read(Optional.of(new Setting.Truth(text.equals("true"))), Optional.empty());
    };
  }

  /** A value, or why there is none. */
  public record Read(Optional<Setting> value, Optional<Text> why) {
    private static Read wrong(Text why) {
      return new Read(Optional.empty(), Optional.of(why));
    }
  }

  private Read amount(String text) {
    double value;
    try {
      value = QuantityFormat.parse(text, dimension) / si;
    } catch (QuantityException e) {
      return Read.wrong(e.text());
    }
    // What was typed in another unit is not spoiled by binary fractions.
    double near = Math.rint(value * 1e9) / 1e9;
    if (Math.abs(near - value) <= 1e-12 * Math.abs(value)) {
      value = near;
    }
    boolean whole = type == Type.NUMBER || value == Math.rint(value);
    return whole && value >= least && value <= most
        ? new Read(Optional.of(new Setting.Amount(value)), Optional.empty())
        : Read.wrong(bounds());
  }

  private Read wholes(String text) {
    List<Setting> items = new ArrayList<>();
    for (String part : text.split("[,;\\s]+", MOST_ITEMS)) {
      double value;
      try {
        value = Double.parseDouble(part);
      } catch (NumberFormatException _) {
        return Read.wrong(bounds());
      }
      if (!(value >= least && value <= most) || value != Math.rint(value)) {
        return Read.wrong(bounds());
      }
      items.add(new Setting.Amount(value));
    }
    return new Read(Optional.of(new Setting.Listing(items)), Optional.empty());
  }

  private Text bounds() {
    return Text.of(
        type == Type.NUMBER ? "panel.value.bounds" : "job.field.bounds",
        QuantityFormat.format(least * si, dimension),
        QuantityFormat.format(most * si, dimension));
  }
}
