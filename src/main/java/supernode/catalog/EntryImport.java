package supernode.catalog;

import java.util.ArrayList;
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
  /** More are no help to anybody. */
  private static final int MOST_PROBLEMS = 1000;

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
    problems = atMost(problems);
  }

  private static List<Problem> atMost(List<Problem> all) {
    if (all.size() <= MOST_PROBLEMS) {
      return List.copyOf(all);
    }
    List<Problem> told = new ArrayList<>(all.subList(0, MOST_PROBLEMS - 1));
    Problem next = all.get(MOST_PROBLEMS - 1);
    Text more = Text.of("sheet.more", all.size() - told.size());
    told.add(new Problem(next.line(), next.column(), "", more));
    return List.copyOf(told);
  }

  /** A file of which nothing can be used. */
  public static EntryImport refused(long line, int column, Text why) {
    return new EntryImport(List.of(), List.of(), List.of(new Problem(line, column, "", why)));
  }

  /** How many entries are good. */
  public int size() {
    return parts.size() + links.size();
  }
}
