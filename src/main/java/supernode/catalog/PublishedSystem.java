package supernode.catalog;

import java.util.List;

/**
 * What has been published about a system.
 *
 * @param name of the design that draws it
 */
public record PublishedSystem(String name, List<PublishedFigure> figures) {
  public PublishedSystem {
    figures = List.copyOf(figures);
  }
}
