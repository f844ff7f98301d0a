package supernode.catalog;

import java.util.List;
import supernode.quantity.Text;

/**
 * What a file of somebody's parts held.
 *
 * @param parts those without a problem
 * @param links likewise
 * @param problems in the order of the file
 */
public record EntryImport(List<Part> parts, List<LinkType> links, List<Problem> problems) {
  /**
   * What is wrong at one place, and what would be right.
   *
   * @param line from 1
   * @param column from 1
   * @param id of the entry that it spoils; empty where it spoils the file
   */
  public record Problem(long line, int column, String id, Text text) {}

  public EntryImport {
    parts = List.copyOf(parts);
    links = List.copyOf(links);
    problems = List.copyOf(problems);
  }

  /** How many entries are good. */
  public int size() {
    return parts.size() + links.size();
  }
}
