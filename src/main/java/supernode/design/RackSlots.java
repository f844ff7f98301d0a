package supernode.design;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import supernode.catalog.Catalog;
import supernode.catalog.Property;

/** Rack units: how many a rack has, what takes them, where room is left. */
public final class RackSlots {
  private RackSlots() {}

  /** Units of a rack, from its enclosure; 0 when it is no rack. */
  public static int units(Assembly rack, Catalog library) {
    return library
        .part(rack.enclosure())
        .map(p -> (int) p.values().get(Property.SLOTS_U, 0))
        .orElse(0);
  }

  /** Units that one instance of a placement takes; at least one. */
  public static int heightU(Placement placement, Design design, Catalog library) {
    Assembly assembly = design.assemblies().get(placement.of());
    if (assembly != null) {
      return Math.max(1, assembly.heightU());
    }
    return library
        .part(placement.of())
        .map(p -> (int) Math.ceil(p.values().get(Property.HEIGHT_U, 1)))
        .map(u -> Math.max(1, u))
        .orElse(1);
  }

  /** Units that are taken; bit u stands for unit u, counted from 1. */
  public static BitSet taken(Assembly rack, Design design, Catalog library) {
    BitSet taken = new BitSet();
    for (Placement p : rack.placements().values()) {
      if (p.arrangement() instanceof Arrangement.Slots(List<Integer> bottoms)) {
        int height = heightU(p, design, library);
        bottoms.stream()
            .limit(p.count())
            .filter(u -> u >= 0)
            .forEach(u -> taken.set(u, u + height));
      }
    }
    return taken;
  }

  /** The lowest unit with {@code height} free units above it; empty when there is none. */
  public static OptionalInt free(BitSet taken, int units, int height) {
    for (int u = 1; u + height - 1 <= units; u++) {
      int next = taken.nextSetBit(u);
      if (next < 0 || next >= u + height) {
        return OptionalInt.of(u);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Slots with every instance in room of its own, moving only those that clash; empty when the rack
   * is too small.
   */
  public static Optional<Map<String, Arrangement.Slots>> rearranged(
      Assembly rack, Design design, Catalog library) {
    int units = units(rack, library);
    BitSet taken = new BitSet();
    Map<String, List<Integer>> slots = new LinkedHashMap<>();
    List<Map.Entry<String, Integer>> homeless = new ArrayList<>();
    for (Map.Entry<String, Placement> e : rack.placements().entrySet()) {
      if (!(e.getValue().arrangement() instanceof Arrangement.Slots(List<Integer> bottoms))) {
        continue;
      }
      int height = heightU(e.getValue(), design, library);
      List<Integer> kept = new ArrayList<>();
      for (int i = 0; i < e.getValue().count(); i++) {
        int u = i < bottoms.size() ? bottoms.get(i) : 0;
        int next = u < 1 ? -1 : taken.nextSetBit(u);
        boolean fits = u >= 1 && u + height - 1 <= units && (next < 0 || next >= u + height);
        if (fits) {
          taken.set(u, u + height);
        } else {
          homeless.add(Map.entry(e.getKey(), i));
        }
        kept.add(fits ? u : 0);
      }
      slots.put(e.getKey(), kept);
    }
    for (Map.Entry<String, Integer> h : homeless) {
      int height = heightU(rack.placements().get(h.getKey()), design, library);
      OptionalInt u = free(taken, units, height);
      if (u.isEmpty()) {
        return Optional.empty();
      }
      taken.set(u.getAsInt(), u.getAsInt() + height);
      slots.get(h.getKey()).set(h.getValue(), u.getAsInt());
    }
    Map<String, Arrangement.Slots> result = new LinkedHashMap<>();
    slots.forEach((name, list) -> result.put(name, new Arrangement.Slots(list)));
    return Optional.of(result);
  }
}
