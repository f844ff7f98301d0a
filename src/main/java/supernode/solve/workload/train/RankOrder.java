package supernode.solve.workload.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import supernode.solve.workload.machine.Span;
import supernode.solve.workload.train.Strategy.Axis;

/**
 * How ranks are laid on chips: the innermost way of splitting first, its ranks next to each other.
 * Experts are shared out among the ranks of cp and dp together: the inner of these where EP is
 * named before DP, else the outer.
 */
public record RankOrder(List<Split> order) {
  /** A way of splitting. */
  public enum Split {
    TP,
    CP,
    EP,
    DP,
    PP
  }

  /** As Megatron-LM has it. */
  public static final RankOrder USUAL = new RankOrder(List.of(Split.values()));

  public RankOrder {
    order = List.copyOf(order);
    if (order.size() != Split.values().length || EnumSet.copyOf(order).size() != order.size()) {
      throw new IllegalArgumentException(order + " is not every way of splitting once");
    }
  }

  /** From a text such as "tp-cp-ep-dp-pp". */
  public static Optional<RankOrder> of(String text) {
    List<Split> order = new ArrayList<>();
    for (String word : text.toUpperCase(Locale.ROOT).split("-", -1)) {
      Optional<Split> split =
          Arrays.stream(Split.values()).filter(s -> s.name().equals(word)).findFirst();
      if (split.isEmpty() || order.contains(split.get())) {
        return Optional.empty();
      }
      order.add(split.get());
    }
    return order.size() == Split.values().length
        ? Optional.of(new RankOrder(order))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return String.join("-", order.stream().map(s -> s.name().toLowerCase(Locale.ROOT)).toList());
  }

  /** Where the ranks of a group lie. */
  List<Span> spans(Strategy s, Axis axis) {
    return switch (axis) {
      case TENSOR -> one(s, Split.TP);
      case PIPELINE -> one(s, Split.PP);
      case CONTEXT -> one(s, Split.CP);
      case DATA -> replicas(s);
      case EXPERT -> experts(s, true);
      case EXPERT_DATA -> experts(s, false);
    };
  }

  private List<Span> one(Strategy s, Split split) {
    int stride = 1;
    for (Split inner : order) {
      if (inner == split) {
        break;
      }
      stride *= size(s, inner);
    }
    return List.of(new Span(size(s, split), stride));
  }

  private static int size(Strategy s, Split split) {
    return switch (split) {
      case TP -> s.tp();
      case CP -> s.cp();
      case DP -> s.dp();
      case PP -> s.pp();
      case EP -> 1;
    };
  }

  /** All that have the same weights but for experts. */
  private List<Span> replicas(Strategy s) {
    List<Span> all = new ArrayList<>();
    for (Split split : order) {
      if (split == Split.CP || split == Split.DP) {
        all.addAll(one(s, split));
      }
    }
    return Span.joined(all);
  }

  private List<Span> experts(Strategy s, boolean sharing) {
    boolean inner = order.indexOf(Split.EP) < order.indexOf(Split.DP);
    int all = s.dp() * s.cp();
    int low = inner ? s.ep() : all / s.ep();
    return part(replicas(s), low, sharing == inner);
  }

  /** The inner ranks of a group so many at a time, or what steps from one such part to the next. */
  private static List<Span> part(List<Span> of, int inner, boolean low) {
    List<Span> part = new ArrayList<>();
    int left = inner;
    for (Span span : of) {
      int here = common(left, span.ranks());
      left /= here;
      part.add(
          low
              ? new Span(here, span.stride())
              : new Span(span.ranks() / here, span.stride() * here));
    }
    return Span.joined(part);
  }

  private static int common(int a, int b) {
    return b == 0 ? a : common(b, a % b);
  }
}
