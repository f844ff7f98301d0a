package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.catalog.LinkType;
import supernode.catalog.Property;
import supernode.design.Joint;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
import supernode.topology.Link;

/** Links that cannot be: ports that never meet, a link type that does not carry, reach exceeded. */
final class JoinRule implements Rule {
  @Override
  public void check(Situation s, Consumer<Finding> found) {
    record Same(Text why, LinkType type, double lengthM) {}
    Map<Same, List<Link>> groups = new LinkedHashMap<>();
    Link last = null;
    Text refusal = null;
    for (Link link : s.model().links()) {
      // The links of a wiring follow each other and join the same ports.
      if (last == null || !link.isAlike(last)) {
        refusal =
            Joint.refusal(link.portA(), link.portB(), link.type(), link.lengthM()).orElse(null);
        last = link;
      }
      if (refusal != null) {
        groups
            .computeIfAbsent(new Same(refusal, link.type(), link.lengthM()), _ -> new ArrayList<>())
            .add(link);
      }
    }
    groups.forEach((same, links) -> {
      boolean reach = same.why().key().equals("joint.reach");
      List<String> places =
          links.stream()
              .flatMap(l -> java.util.stream.Stream.of(l.a(), l.b()))
              .distinct()
              .map(i -> s.instance(i).name())
              .toList();
      found.accept(
          new Finding(
              reach ? "reach-exceeded" : "illegal-join",
              Severity.ERROR,
              Text.of("finding.join", same.why(), links.size()),
              places,
              reach ? longer(s, links.getFirst()) : List.of()));
    });
  }

  /** The link type that reaches far enough with the least power. */
  private static List<Finding.Mend> longer(Situation s, Link link) {
    Optional<LinkType> better =
        s.library().links().values().stream()
            .filter(t -> Joint.refusal(link.portA(), link.portB(), t, link.lengthM()).isEmpty())
            .min(
                Comparator.comparingDouble(
                    t -> t.values().get(Property.POWER_PER_END_W, Double.MAX_VALUE)));
    if (better.isEmpty()) {
      return List.of();
    }
    List<Finding.Mend> mends = new ArrayList<>();
    s.design()
        .assemblies()
        .forEach((id, assembly) -> {
          for (Wiring w : assembly.wirings()) {
            if (w.link().equals(link.type().id()) && w.lengthM() == link.lengthM()) {
              mends.add(
                  new Finding.Mend(
                      Text.of("mend.link", better.get().name()),
                      new Edit.ReplaceWiring(
                          id,
                          w,
                          new Wiring(
                              w.name(), w.fabric(), better.get().id(), w.lengthM(), w.pattern()))));
            }
          }
        });
    return mends;
  }
}
