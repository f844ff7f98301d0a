package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import supernode.analysis.Explanation;
import supernode.quantity.Messages;

/**
 * One line of a derivation as it is read.
 *
 * @param value with its unit; empty for a remark, a formula or a source
 * @param place instance path that it leads to; empty when none
 * @param limiting whether it is what sets the result
 */
record ExplanationLine(
    Kind kind,
    String text,
    String value,
    String place,
    boolean limiting,
    List<ExplanationLine> below) {
  /** What a line says. */
  enum Kind {
    NUMBER,
    FORMULA,
    SOURCE
  }

  ExplanationLine {
    below = List.copyOf(below);
  }

  /** A derivation with its formulas and sources as lines of their own. */
  static ExplanationLine of(Explanation e, Messages messages) {
    List<ExplanationLine> below = new ArrayList<>();
    e.formula().ifPresent(f -> below.add(line(Kind.FORMULA, "= " + messages.say(f))));
    e.inputs().forEach(input -> below.add(of(input, messages)));
    e.source()
        .ifPresent(s -> {
          String confidence = messages.say("confidence." + s.confidence().key());
          below.add(line(Kind.SOURCE, confidence + ": " + s.source()));
          if (!s.note().isBlank()) {
            below.add(line(Kind.SOURCE, s.note()));
          }
        });
    return new ExplanationLine(
        Kind.NUMBER,
        messages.say(e.label()),
        e.value().map(Object::toString).orElse(""),
        e.place(),
        e.limiting(),
        below);
  }

  private static ExplanationLine line(Kind kind, String text) {
    return new ExplanationLine(kind, text, "", "", false, List.of());
  }

  /** The derivation as plain text, two spaces per level. */
  String plain(Messages messages) {
    StringBuilder out = new StringBuilder();
    write(out, 0, messages);
    return out.toString();
  }

  private void write(StringBuilder out, int level, Messages messages) {
    out.repeat("  ", level).append(text);
    if (!value.isEmpty()) {
      out.append(": ").append(value);
    }
    if (!place.isEmpty()) {
      out.append("  [").append(place).append(']');
    }
    if (limiting) {
      out.append("  ← ").append(messages.say("panel.why.limits"));
    }
    out.append('\n');
    below.forEach(line -> line.write(out, level + 1, messages));
  }
}
