package supernode.design;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import supernode.quantity.Text;

/**
 * Who sends to whom among the endpoints of a fabric that are up, numbered from 0 in the order of
 * the drawing.
 */
public sealed interface TrafficPattern {
  /** Most flows that a matrix stands for, blocks multiplied out. */
  int MAX_FLOWS = 1_000_000;

  /** Most entries of a matrix. */
  int MAX_DEMANDS = 100_000;

  /** Most dimensions of a grid of endpoints. */
  int MAX_DIMENSIONS = 8;

  /** Every endpoint to every other one. */
  record AllToAll() implements TrafficPattern {}

  /** Each endpoint to so many others, drawn at random. */
  record Uniform(int peers, long seed) implements TrafficPattern {}

  /** Each endpoint to the one so much further on, round the ring of all. */
  record RingShift(int shift) implements TrafficPattern {}

  /** Each endpoint to one other and from one other, drawn at random. */
  record Permutation(long seed) implements TrafficPattern {}

  /**
   * Each endpoint to its neighbours, both ways along each dimension of a grid.
   *
   * @param dims endpoints along each dimension, the first fastest; empty for a ring of all
   */
  record NeighbourExchange(List<Integer> dims, boolean wrapped) implements TrafficPattern {
    public NeighbourExchange {
      dims = List.copyOf(dims);
    }
  }

  /**
   * Some endpoints to a single one.
   *
   * @param fanIn how many send: those that follow the root; 0 for all others
   */
  record Incast(int root, int fanIn) implements TrafficPattern {}

  /**
   * A random permutation, with a share of what each endpoint sends going to one of them.
   *
   * @param share between 0 and 1, both excluded
   */
  record HotSpot(int target, double share, long seed) implements TrafficPattern {}

  /** Each endpoint to the one as far from the end as it is from the start. */
  record BitComplement() implements TrafficPattern {}

  /**
   * Each endpoint almost half way round every dimension.
   *
   * @param dims endpoints along each dimension, the first fastest; empty for a ring of all
   */
  record Tornado(List<Integer> dims) implements TrafficPattern {
    public Tornado {
      dims = List.copyOf(dims);
    }
  }

  /** So many blocks of consecutive endpoints: each to the same place in the next, and back. */
  record PipelineStages(int stages) implements TrafficPattern {}

  /**
   * Dispatch of tokens to experts and combination of the answers, inside groups of consecutive
   * endpoints: a token goes to {@code topK} experts, each as likely.
   *
   * @param ranks endpoints of a group; 0 for all
   * @param experts of a group, dealt out to its endpoints in turn; those without one only send
   */
  record ExpertParallel(int ranks, int experts, int topK) implements TrafficPattern {}

  /** Demands as listed. */
  record Matrix(List<Demand> demands) implements TrafficPattern {
    public Matrix {
      demands = List.copyOf(demands);
    }

    /** Flows of all blocks together. */
    long flows() {
      return demands.stream().mapToLong(d -> (long) d.from().size() * d.to().size()).sum();
    }
  }

  /**
   * Each of some endpoints to each of some others; an endpoint that is in both does not send to
   * itself.
   *
   * @param weight share relative to others where they meet
   * @param limitBytesPerS that each flow asks for at most; empty for none
   */
  record Demand(Range from, Range to, double weight, OptionalDouble limitBytesPerS) {}

  /** Endpoints by their numbers, both ends included. */
  record Range(int first, int last) {
    int size() {
      return last - first + 1;
    }
  }

  /** Its name in files and texts. */
  default String key() {
    return switch (this) {
      case AllToAll _ -> "all-to-all";
      case Uniform _ -> "uniform";
      case RingShift _ -> "ring";
      case Permutation _ -> "permutation";
      case NeighbourExchange _ -> "neighbours";
      case Incast _ -> "incast";
      case HotSpot _ -> "hot-spot";
      case BitComplement _ -> "bit-complement";
      case Tornado _ -> "tornado";
      case PipelineStages _ -> "pipeline";
      case ExpertParallel _ -> "experts";
      case Matrix _ -> "matrix";
    };
  }

  /** Numbers that cannot be. */
  default List<Text> problems() {
    List<Text> found = new ArrayList<>();
    new TreeMap<>(TrafficPatterns.numbers(this))
        .forEach((name, n) -> {
          if (!(n.value() >= n.least() && n.value() <= n.most())) {
            found.add(Text.of("design.trafficNumber", key(), name, n.least(), n.most()));
          }
        });
    if (this instanceof HotSpot(_, double share, _) && !(share > 0 && share < 1)) {
      found.add(Text.of("design.hotShare"));
    }
    if (this instanceof ExpertParallel(_, int experts, int topK) && topK > experts) {
      found.add(Text.of("design.topK", topK, experts));
    }
    if (this instanceof Matrix m) {
      found.addAll(TrafficPatterns.problems(m));
    }
    return found;
  }

  /** Its numbers by their names in files, for example "root=0, fanIn=16"; empty where none. */
  default String numbersText() {
    return TrafficPatterns.text(this);
  }
}
