package supernode.report;

import java.util.Map;
import supernode.quantity.Messages;

/** Writes a report as one HTML file that needs no other: pictures are inline SVG. */
public final class HtmlWriter {
  private HtmlWriter() {}

  public static String write(Report report, Messages words) {
    Pages pages = new Pages(words);
    Map<String, Object> tree = pages.of(report);
    tree.put("paged", false);
    return Template.fill(tree, words, i -> pages.pictures().get(i).svg());
  }
}
