package supernode.analysis;

import java.util.List;
import supernode.design.edit.Edit;
import supernode.quantity.Text;

/**
 * A rule that the design breaks, or something its user should know.
 *
 * @param kind stable name, for example "port-shortage"
 * @param text one sentence: what, where, by how much
 * @param places instance paths that it is about, worst first
 * @param mends edits that would mend it, each with what it does; empty where there is none
 * @param sizes what may mend it once it is worked out
 */
public record Finding(
    String kind,
    Severity severity,
    Text text,
    List<String> places,
    List<Mend> mends,
    List<SizeWish> sizes) {
  /** Nothing to size. */
  public Finding(String kind, Severity severity, Text text, List<String> places, List<Mend> mends) {
    this(kind, severity, text, places, mends, List.of());
  }

  /**
   * A way out.
   *
   * @param text what it does
   */
  public record Mend(Text text, Edit edit) {}

  public Finding {
    places = List.copyOf(places);
    mends = List.copyOf(mends);
    sizes = List.copyOf(sizes);
  }

  /** The same with sizes to ask for. */
  public Finding withSizes(List<SizeWish> next) {
    return new Finding(kind, severity, text, places, mends, next);
  }
}
