package supernode.analysis.rule;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.Assembly;
import supernode.design.NetworkText;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
import supernode.topology.Group;
import supernode.topology.WiringCount;

/** Direct networks with more or fewer members than their size asks for. */
final class NetworkSizeRule implements Rule {
  private static final int PLACES = 100;

  @Override
  public void check(Situation s, Consumer<Finding> found) {
    WiringCount counts = new WiringCount(s.design(), s.library());
    s.design()
        .assemblies()
        .forEach((id, assembly) -> {
          for (Wiring w : assembly.wirings()) {
            if (w.pattern() instanceof Pattern.Direct direct) {
              check(s, id, assembly, w, direct, counts, found);
            }
          }
        });
  }

  private static void check(
      Situation s,
      String id,
      Assembly assembly,
      Wiring w,
      Pattern.Direct direct,
      WiringCount counts,
      Consumer<Finding> found) {
    OptionalLong wanted = direct.network().members();
    long has = counts.ends(id, direct.among());
    if (wanted.isEmpty() || wanted.getAsLong() == has) {
      return;
    }
    String place = direct.among().steps().getFirst().placement();
    int count = Math.min(assembly.placements().get(place).count(), PLACES);
    String around =
        s.model().groups().stream()
            .filter(g -> g.assembly().equals(id))
            .map(Group::name)
            .findFirst()
            .orElse("");
    String inside = around.isEmpty() ? "" : around + ".";
    found.accept(
        new Finding(
            "direct-network-size",
            Severity.ERROR,
            Text.of(
                "finding.networkSize",
                w.name().isEmpty() ? w.link() : w.name(),
                Text.of("pattern." + direct.network().kind()),
                NetworkText.of(direct.network()),
                wanted.getAsLong(),
                has),
            IntStream.range(0, count).mapToObj(i -> inside + place + "[" + i + "]").toList(),
            mends(id, assembly.placements(), direct, wanted.getAsLong(), has)));
  }

  /** As many instances as the size asks for, where each brings equally many members. */
  private static List<Finding.Mend> mends(
      String id, Map<String, Placement> placements, Pattern.Direct direct, long wanted, long has) {
    Selector.Step step = direct.among().steps().getFirst();
    int count = placements.get(step.placement()).count();
    long each = has / count;
    if (!step.isAll() || each == 0 || wanted % each != 0 || wanted / each > Integer.MAX_VALUE) {
      return List.of();
    }
    int next = (int) (wanted / each);
    return List.of(
        new Finding.Mend(
            Text.of("mend.setCount", step.placement(), next),
            new Edit.SetCount(id, step.placement(), next)));
  }
}
