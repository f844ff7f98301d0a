package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.Placement;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
import supernode.topology.Instance;
import supernode.topology.Shortage;

/** More links than ports. */
final class PortRule implements Rule {
  private record Same(String part, String port, int has, int wanted) {}

  @Override
  public void check(Situation s, Consumer<Finding> found) {
    Map<Same, List<Integer>> groups = new LinkedHashMap<>();
    for (Shortage shortage : s.model().shortages()) {
      String part = s.instance(shortage.instance()).part().id();
      groups
          .computeIfAbsent(
              new Same(part, shortage.port(), shortage.has(), shortage.wanted()),
              _ -> new ArrayList<>())
          .add(shortage.instance());
    }
    groups.forEach((same, instances) -> {
      Instance first = s.instance(instances.getFirst());
      found.accept(
          new Finding(
              "port-shortage",
              Severity.ERROR,
              Text.of(
                  "finding.portShortage",
                  first.part().name(),
                  same.port(),
                  same.has(),
                  same.wanted(),
                  same.wanted() - same.has(),
                  instances.size()),
              s.places(instances),
              mends(s, first, same.port())));
    });
  }

  // Taking out the wiring that came last to a full port is the mend that always works.
  private static List<Finding.Mend> mends(Situation s, Instance full, String port) {
    for (Map.Entry<String, supernode.design.Assembly> e : s.design().assemblies().entrySet()) {
      List<Wiring> wirings = e.getValue().wirings();
      for (int i = wirings.size() - 1; i >= 0; i--) {
        Wiring w = wirings.get(i);
        boolean touches =
            w.pattern().ends().stream()
                .anyMatch(end ->
                    s.ports(e.getKey(), end).stream()
                        .anyMatch(p ->
                            p.part().id().equals(full.part().id())
                                && p.port().name().equals(port)));
        if (touches) {
          List<Finding.Mend> mends = new ArrayList<>();
          larger(s, full, port).forEach(mends::add);
          mends.add(
              new Finding.Mend(
                  Text.of("mend.removeWiring", w.name().isEmpty() ? w.link() : w.name()),
                  new Edit.RemoveWiring(e.getKey(), w)));
          return mends;
        }
      }
    }
    return List.of();
  }

  /** Parts of the same kind with the same port in larger number. */
  private static List<Finding.Mend> larger(Situation s, Instance full, String port) {
    int has = full.part().port(port).map(p -> p.count()).orElse(0);
    var type = full.part().port(port).map(p -> p.type());
    return s.library().ofKind(full.part().kind()).stream()
        .filter(p ->
            p.port(port)
                .filter(q -> q.count() > has && type.equals(java.util.Optional.of(q.type())))
                .isPresent())
        .limit(1)
        .flatMap(p ->
            placements(s, full.part().id())
                .map(at ->
                    new Finding.Mend(
                        Text.of("mend.replace", at[1], p.name()),
                        new Edit.Replace(at[0], at[1], p.id()))))
        .toList();
  }

  private static java.util.stream.Stream<String[]> placements(Situation s, String part) {
    return s.design().assemblies().entrySet().stream()
        .flatMap(a ->
            a.getValue().placements().entrySet().stream()
                .filter((Map.Entry<String, Placement> p) -> p.getValue().of().equals(part))
                .map(p -> new String[] {a.getKey(), p.getKey()}));
  }
}
