package supernode.solve.network.rate;

import java.util.Arrays;

/**
 * Which flow (or class of equal flows) crosses which link (or class of equal links) with what share
 * of its rate, in compressed sparse rows. The share of a class of links is the sum over them, for
 * one flow.
 */
public final class FlowIncidence {
  final int[] start;

  // By entry, with room for more that is not used.
  final int[] link;
  final double[] share;
  private final int links;

  private FlowIncidence(int[] start, int[] link, double[] share, int links) {
    this.start = start;
    this.link = link;
    this.share = share;
    this.links = links;
  }

  public int flows() {
    return start.length - 1;
  }

  public int links() {
    return links;
  }

  public int nonZeros() {
    return start[start.length - 1];
  }

  /** First entry of a flow; its entries end before {@code start(flow + 1)}. */
  public int start(int flow) {
    return start[flow];
  }

  public int link(int entry) {
    return link[entry];
  }

  public double share(int entry) {
    return share[entry];
  }

  /** Hands out the flows that cross a link. */
  public void forEachOn(int wanted, Crossing out) {
    for (int f = 0; f < flows(); f++) {
      for (int e = start[f]; e < start[f + 1]; e++) {
        if (link[e] == wanted) {
          out.take(f, share[e]);
        }
      }
    }
  }

  /** Takes a flow and its share on a link. */
  public interface Crossing {
    void take(int flow, double share);
  }

  /** Collects flows one after the other. */
  public static final class Builder {
    private final int links;
    private int[] start = new int[64];
    private int[] link = new int[256];
    private double[] share = new double[256];
    private int flows;
    private int entries;

    public Builder(int links) {
      this.links = links;
    }

    /** Makes room for so many crossings in all. */
    public Builder expect(int crossings) {
      if (crossings > link.length) {
        link = Arrays.copyOf(link, crossings);
        share = Arrays.copyOf(share, crossings);
      }
      return this;
    }

    /** Adds a crossing to the flow that is being described. */
    public Builder cross(int crossed, double fraction) {
      if (crossed < 0 || crossed >= links) {
        throw new IllegalArgumentException("no link " + crossed);
      }
      if (!(fraction >= 0 && fraction < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("share " + fraction);
      }
      if (fraction == 0) {
        return this;
      }
      if (entries == link.length) {
        int more = 2 * entries;
        link = Arrays.copyOf(link, more);
        share = Arrays.copyOf(share, more);
      }
      link[entries] = crossed;
      share[entries++] = fraction;
      return this;
    }

    /** Ends the flow; one without crossings is a flow without route. */
    public Builder endFlow() {
      if (++flows == start.length) {
        start = Arrays.copyOf(start, flows + (flows >> 1));
      }
      start[flows] = entries;
      return this;
    }

    public int nonZeros() {
      return entries;
    }

    /** What was collected, which then belongs to the answer. */
    public FlowIncidence build() {
      return new FlowIncidence(Arrays.copyOf(start, flows + 1), link, share, links);
    }
  }
}
