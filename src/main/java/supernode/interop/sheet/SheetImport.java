package supernode.interop.sheet;

import java.util.List;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.quantity.Text;

/**
 * What a sheet held.
 *
 * @param parts those without a problem in any of their rows
 * @param links likewise
 * @param problems in the order of the sheet
 */
public record SheetImport(List<Part> parts, List<LinkType> links, List<Problem> problems) {
  /**
   * What is wrong in one cell, and what would be right.
   *
   * @param line from 1, the head's
   * @param column from 1
   */
  public record Problem(long line, int column, Text text) {}

  public SheetImport {
    parts = List.copyOf(parts);
    links = List.copyOf(links);
    problems = List.copyOf(problems);
  }
}
