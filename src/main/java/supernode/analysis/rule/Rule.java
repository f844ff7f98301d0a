package supernode.analysis.rule;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import supernode.analysis.Finding;

/** One family of findings. */
@FunctionalInterface
public interface Rule {
  void check(Situation situation, Consumer<Finding> found);

  /** Rules that need no solver. */
  List<Rule> STRUCTURAL =
      List.of(
          new PortRule(),
          new JoinRule(),
          new NetworkSizeRule(),
          new SlotRule(),
          new ConnectionRule(),
          new FaultRule(),
          new CatalogueRule());

  /** Rules on what the solvers answered. */
  List<Rule> PHYSICAL = List.of(new PowerRule(), new LoopRule(), new HeatRule(), new NetworkRule());

  /** All findings, worst first. */
  static List<Finding> all(Situation situation) {
    Stream.Builder<Finding> found = Stream.builder();
    STRUCTURAL.forEach(r -> r.check(situation, found));
    PHYSICAL.forEach(r -> r.check(situation, found));
    return found
        .build()
        .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::kind))
        .toList();
  }
}
