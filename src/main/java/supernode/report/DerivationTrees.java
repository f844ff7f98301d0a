package supernode.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import supernode.analysis.Explanation;
import supernode.catalog.Confidence;
import supernode.catalog.Sourced;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;

/** Derivations as the template reads them. What has been derived once is only named again. */
final class DerivationTrees {
  /** Formulas that multiply their inputs: on one line the numbers say it themselves. */
  private static final Set<String> PRODUCTS =
      Set.of("formula.countTimesEach", "formula.stacksTimesValue", "formula.linksTimesRate");

  /** Below this the studio goes on when asked; on paper it would hide what matters. */
  private static final int DEEPEST = 3;

  private final Messages words;
  private final References references;
  private final Set<Explanation> told = new HashSet<>();

  DerivationTrees(Messages words, References references) {
    this.words = words;
    this.references = references;
  }

  Map<String, Object> of(Explanation e) {
    Map<String, Object> tree = node(e, 0);
    tree.put("place", e.place());
    return tree;
  }

  private Map<String, Object> node(Explanation e, int depth) {
    boolean oneLine = fitsALine(e);
    // What fits a line is told again: it is easier to follow where it is.
    boolean repeated = !oneLine && !e.inputs().isEmpty() && !told.add(e);
    boolean product = oneLine && e.formula().filter(f -> PRODUCTS.contains(f.key())).isPresent();
    List<Object> given = new ArrayList<>();
    List<Object> inputs = new ArrayList<>();
    boolean closed = repeated || (depth >= DEEPEST && !oneLine);
    if (!closed) {
      e.inputs().forEach(i -> (oneLine ? given : inputs).add(node(i, depth + 1)));
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("label", words.say(e.label()));
    tree.put("value", e.value().map(Quantity::toString).orElse(""));
    tree.put("formula", product ? "" : e.formula().map(words::say).orElse(""));
    tree.put("product", product);
    tree.put("source", e.source().map(this::source).orElse(""));
    // Where a value is the same for many, the place of the first says nothing.
    tree.put("place", e.limiting() ? e.place() : "");
    tree.put("limiting", e.limiting());
    tree.put("repeated", repeated);
    tree.put("given", given);
    tree.put("inputs", inputs);
    return tree;
  }

  /** Where a value was read and how sure it is; what the design itself says needs no words. */
  private String source(Sourced s) {
    return s.confidence() == Confidence.USER
        ? ""
        : references.cite(s.source()) + " " + words.say("confidence." + s.confidence().key());
  }

  /** Whether its inputs are few values that need no lines of their own. */
  private static boolean fitsALine(Explanation e) {
    return e.inputs().size() <= 2
        && e.inputs().stream()
            .allMatch(i -> i.inputs().isEmpty() && i.value().isPresent() && !i.limiting());
  }
}
