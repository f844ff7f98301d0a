package supernode.report;

import java.util.List;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * A document before it has a language or a format.
 *
 * @param title name of what it is about
 * @param subtitle what it is
 * @param facts headline numbers of the cover
 */
public record Report(String title, Text subtitle, List<Fact> facts, List<Section> sections) {
  /** A number with its name. */
  public record Fact(Text label, Quantity value) {}

  public Report {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }
}
