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

  /** Rules on parts and links, wherever they are placed and whether or not they have failed. */
  List<Rule> DRAWN =
      List.of(new PortRule(), new JoinRule(), new NetworkSizeRule(), new ConnectionRule());

  /** Rules on what failures leave. */
  List<Rule> LEFT = List.of(new IslandRule());

  /** Rules on places, conditions and the catalogue. */
  List<Rule> STATED = List.of(new SlotRule(), new FaultRule(), new CatalogueRule());

  /** Rules on what the solvers answered. */
  List<Rule> PHYSICAL = List.of(new PowerRule(), new LoopRule(), new HeatRule(), new NetworkRule());

  /**
   * All findings, worst first.
   *
   * @param drawn what {@link #DRAWN} and {@link #LEFT} found in the same model
   * @param physical what {@link #PHYSICAL} found
   */
  static List<Finding> all(Situation situation, List<Finding> drawn, List<Finding> physical) {
    return Stream.of(drawn, of(STATED, situation), physical)
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::kind))
        .toList();
  }

  /** What the rules find, in their order. */
  static List<Finding> of(List<Rule> rules, Situation situation) {
    List<Finding> found = new ArrayList<>();
    rules.forEach(r -> r.check(situation, found::add));
    return List.copyOf(found);
  }
}
