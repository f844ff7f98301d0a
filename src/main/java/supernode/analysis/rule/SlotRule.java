package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Placement;
import supernode.design.RackSlots;
import supernode.design.edit.Edit;
import supernode.quantity.Text;

/** Rack units: two things in one slot, things outside the rack, things without a slot. */
final class SlotRule implements Rule {
  @Override
  public void check(Situation s, Consumer<Finding> found) {
    s.design()
        .assemblies()
        .forEach((id, assembly) -> {
          if (RackSlots.units(assembly, s.library()) > 0) {
            check(s, id, assembly, found);
          }
        });
  }

  private static void check(Situation s, String id, Assembly rack, Consumer<Finding> found) {
    int units = RackSlots.units(rack, s.library());
    Map<Integer, String> taken = new HashMap<>();
    List<String> clashes = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    List<String> homeless = new ArrayList<>();
    for (Map.Entry<String, Placement> e : rack.placements().entrySet()) {
      if (!(e.getValue().arrangement() instanceof Arrangement.Slots(List<Integer> bottoms))) {
        continue;
      }
      int height = RackSlots.heightU(e.getValue(), s.design(), s.library());
      for (int i = 0; i < e.getValue().count(); i++) {
        String name = e.getKey() + "[" + i + "]";
        if (i >= bottoms.size()) {
          homeless.add(name);
          continue;
        }
        for (int u = bottoms.get(i); u < bottoms.get(i) + height; u++) {
          if (u < 1 || u > units) {
            outside.add(name);
            break;
          }
          if (taken.putIfAbsent(u, name) != null) {
            clashes.add(name);
            break;
          }
        }
      }
    }
    List<Finding.Mend> mends = mend(s, id, rack);
    if (!clashes.isEmpty()) {
      found.accept(finding(s, "slot-taken", "finding.slotTaken", id, units, clashes, mends));
    }
    if (!outside.isEmpty()) {
      found.accept(finding(s, "slot-outside", "finding.slotOutside", id, units, outside, mends));
    }
    if (!homeless.isEmpty()) {
      found.accept(finding(s, "no-free-slot", "finding.noFreeSlot", id, units, homeless, mends));
    }
  }

  private static Finding finding(
      Situation s,
      String kind,
      String key,
      String id,
      int units,
      List<String> names,
      List<Finding.Mend> mends) {
    return new Finding(
        kind,
        Severity.ERROR,
        Text.of(key, String.join(", ", names.stream().limit(4).toList()), names.size(), id, units),
        s.within(id, names),
        mends);
  }

  private static List<Finding.Mend> mend(Situation s, String id, Assembly rack) {
    return RackSlots.rearranged(rack, s.design(), s.library())
        .map(slots -> {
          List<Edit> edits = new ArrayList<>();
          slots.forEach((name, next) -> edits.add(new Edit.Arrange(id, name, next)));
          Text label = Text.of("mend.rearrange", id);
          return List.of(new Finding.Mend(label, new Edit.Compound(label, edits)));
        })
        .orElse(List.of());
  }
}
