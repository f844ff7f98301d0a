package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import supernode.analysis.Finding;

/** One family of findings. */
@FunctionalInterface
public interface Rule {
  void check(Situation situation, Consumer<Finding> found);

  /** Rules on parts and links, wherever they are placed. */
  List<Rule> DRAWN =
      List.of(new PortRule(), new JoinRule(), new NetworkSizeRule(), new ConnectionRule());

  /** Rules on places, conditions and the catalogue. */
  List<Rule> STATED = List.of(new SlotRule(), new FaultRule(), new CatalogueRule());

  /** Rules on what the solvers answered. */
  List<Rule> PHYSICAL = List.of(new PowerRule(), new LoopRule(), new HeatRule(), new NetworkRule());

  /**
   * All findings, worst first.
   *
   * @param drawn what {@link #drawn} found in the same model
   */
  static List<Finding> all(Situation situation, List<Finding> drawn) {
    Stream.Builder<Finding> found = Stream.builder();
    drawn.forEach(found);
    STATED.forEach(r -> r.check(situation, found));
    PHYSICAL.forEach(r -> r.check(situation, found));
    return found
        .build()
        .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::kind))
        .toList();
  }

  /** What is found in parts and links alone: stays while nothing is added, taken out or failed. */
  static List<Finding> drawn(Situation situation) {
    List<Finding> found = new ArrayList<>();
    DRAWN.forEach(r -> r.check(situation, found::add));
    return List.copyOf(found);
  }
}
