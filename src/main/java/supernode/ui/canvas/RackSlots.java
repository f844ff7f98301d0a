package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.figure.drawing.Layout;
import supernode.figure.drawing.RackGrid;
import supernode.quantity.Text;

/** Which slots of a rack are taken, and by what. */
final class RackSlots {
  private final RackGrid rack;
  private final Map<Integer, InstancePath.Step> taken = new HashMap<>();

  private RackSlots(RackGrid rack) {
    this.rack = rack;
  }

  /**
   * The slots of an assembly; empty when it is no rack.
   *
   * @param without instances that do not count, because they are moving
   */
  static Optional<RackSlots> of(Layout layout, String assembly, Set<InstancePath.Step> without) {
    return layout
        .rack(assembly)
        .map(rack -> {
          RackSlots slots = new RackSlots(rack);
          Assembly a = layout.design().assemblies().get(assembly);
          a.placements().forEach((name, p) -> slots.take(name, p, layout.heightU(p.of()), without));
          return slots;
        });
  }

  private void take(String name, Placement p, int heightU, Set<InstancePath.Step> without) {
    if (p.arrangement() instanceof Arrangement.Slots(List<Integer> bottoms)) {
      for (int i = 0; i < Math.min(p.count(), bottoms.size()); i++) {
        InstancePath.Step step = new InstancePath.Step(name, i);
        if (!without.contains(step)) {
          for (int u = 0; u < heightU; u++) {
            taken.put(bottoms.get(i) + u, step);
          }
        }
      }
    }
  }

  RackGrid rack() {
    return rack;
  }

  /** Why something cannot stand there; empty when it can. */
  Optional<Text> refusal(int bottomU, int heightU) {
    if (bottomU < 1 || bottomU + heightU - 1 > rack.slotsU()) {
      return Optional.of(Text.of("canvas.slotOutside", rack.slotsU()));
    }
    for (int u = bottomU; u < bottomU + heightU; u++) {
      InstancePath.Step by = taken.get(u);
      if (by != null) {
        return Optional.of(Text.of("canvas.slotTaken", u, by.toString()));
      }
    }
    return Optional.empty();
  }

  /** The free place nearest to a slot. */
  OptionalInt nearest(int bottomU, int heightU) {
    for (int off = 0; off <= rack.slotsU(); off++) {
      for (int u : new int[] {bottomU - off, bottomU + off}) {
        if (refusal(u, heightU).isEmpty()) {
          return OptionalInt.of(u);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Free places for several, lowest number last; fewer where there is no more room. */
  List<Integer> free(int count, int heightU, int from) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      OptionalInt u = nearest(from, heightU);
      if (u.isEmpty()) {
        break;
      }
      found.add(u.getAsInt());
      for (int k = 0; k < heightU; k++) {
        taken.put(u.getAsInt() + k, new InstancePath.Step("", i));
      }
    }
    return found;
  }
}
