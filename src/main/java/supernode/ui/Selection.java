package supernode.ui;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import supernode.analysis.LinkLine;

/**
 * What is selected.
 *
 * @param places instance paths, the first one leads
 * @param wiring a wiring, when one is selected instead
 */
public record Selection(List<String> places, Optional<WiringRef> wiring) {
  public static final Selection NONE = new Selection(List.of(), Optional.empty());

  /**
   * A wiring by the assembly it stands in and its position there.
   *
   * @param line those of its links that were pointed at
   */
  public record WiringRef(String assembly, int index, Optional<LinkLine> line) {
    /** All of its links. */
    public WiringRef(String assembly, int index) {
      this(assembly, index, Optional.empty());
    }
  }

  public Selection {
    places = List.copyOf(new LinkedHashSet<>(places));
  }

  public static Selection of(String... places) {
    return new Selection(List.of(places), Optional.empty());
  }

  public static Selection of(List<String> places) {
    return new Selection(places, Optional.empty());
  }

  public boolean isEmpty() {
    return places.isEmpty() && wiring.isEmpty();
  }

  public boolean contains(String place) {
    return places.contains(place);
  }

  /** With a place added, or taken out if it is in. */
  public Selection toggled(String place) {
    LinkedHashSet<String> next = new LinkedHashSet<>(places);
    if (!next.remove(place)) {
      next.add(place);
    }
    return of(List.copyOf(next));
  }
}
