package supernode.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Which links each wiring of each placed assembly makes: those of one wiring are consecutive. */
public final class WiredRanges {
  private final int[] firstWiring;
  private final int[] firstLink;

  private WiredRanges(int[] firstWiring, int[] firstLink) {
    this.firstWiring = firstWiring;
    this.firstLink = firstLink;
  }

  /** First link of a wiring, as an index of {@link SystemModel#links()}. */
  public int first(int group, int wiring) {
    return firstLink[firstWiring[group] + wiring];
  }

  /** One past the last link of a wiring. */
  public int end(int group, int wiring) {
    return firstLink[firstWiring[group] + wiring + 1];
  }

  /** The links of some wirings, in their order. */
  List<Link> of(List<Link> links, Predicate<Link> first) {
    BitSet wirings = new BitSet();
    int count = 0;
    for (int w = 0; w + 1 < firstLink.length; w++) {
      if (firstLink[w] < firstLink[w + 1] && first.test(links.get(firstLink[w]))) {
        wirings.set(w);
        count += firstLink[w + 1] - firstLink[w];
      }
    }
    if (count == 0) {
      return List.of();
    }
    int start = firstLink[wirings.nextSetBit(0)];
    if (firstLink[wirings.length()] - start == count) {
      return links.subList(start, start + count);
    }
    List<Link> chosen = new ArrayList<>(count);
    for (int w = wirings.nextSetBit(0); w >= 0; w = wirings.nextSetBit(w + 1)) {
      for (int l = firstLink[w]; l < firstLink[w + 1]; l++) {
        chosen.add(links.get(l));
      }
    }
    return Collections.unmodifiableList(chosen);
  }

  /** How many wirings the assembly of a group has. */
  public int wirings(int group) {
    return firstWiring[group + 1] - firstWiring[group];
  }

  /** Takes groups and wirings in their order. */
  static final class Builder {
    private int[] firstWiring = new int[64];
    private int[] firstLink = new int[64];
    private int groups;
    private int wirings;

    void group() {
      if (groups + 1 == firstWiring.length) {
        firstWiring = Arrays.copyOf(firstWiring, 2 * groups + 2);
      }
      firstWiring[groups++] = wirings;
    }

    /**
     * @param first number of links before those of the wiring
     */
    void wiring(int first) {
      if (wirings + 1 == firstLink.length) {
        firstLink = Arrays.copyOf(firstLink, 2 * wirings + 2);
      }
      firstLink[wirings++] = first;
    }

    WiredRanges build(int links) {
      firstWiring[groups] = wirings;
      firstLink[wirings] = links;
      return new WiredRanges(
          Arrays.copyOf(firstWiring, groups + 1), Arrays.copyOf(firstLink, wirings + 1));
    }
  }
}
