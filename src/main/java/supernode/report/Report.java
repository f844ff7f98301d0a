package supernode.report;

import java.util.List;
import java.util.Optional;
import supernode.analysis.Severity;
import supernode.figure.Figure;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * A document before it has a language or a format.
 *
 * @param title name of what it is about
 * @param subtitle what it is
 * @param verdict what the rules say of it, in one line
 * @param notes what its maker wrote about it; empty when nothing
 * @param cover the design as drawn, for the cover
 * @param facts headline numbers of the cover
 */
public record Report(
    String title,
    Text subtitle,
    Verdict verdict,
    String notes,
    Figure cover,
    List<Fact> facts,
    List<Section> sections) {
  /**
   * What the rules say.
   *
   * @param worst severity of the worst finding; empty when there is none
   */
  public record Verdict(Text text, Optional<Severity> worst) {}

  /** A number with its name. */
  public record Fact(Text label, Quantity value) {}

  public Report {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }
}
