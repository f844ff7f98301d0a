package supernode.topology;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import supernode.catalog.LinkType;
import supernode.design.Damage;
import supernode.design.Fabric;

/** Works out which instances and links a scenario's damage stands for. */
final class DamagedModel {
  private final SoundModel sound;
  private final Outage parts;
  private final SystemModel model;

  /** Parallel links that are down, by link; none for most. */
  private final NavigableMap<Integer, Integer> down = new TreeMap<>();

  /**
   * @param parts with what has failed as a whole
   */
  DamagedModel(SoundModel sound, Outage parts) {
    this.sound = sound;
    this.parts = parts;
    this.model = parts.model();
  }

  /** Instances that fail as wholes: planes, and those drawn at random. */
  static Set<String> instances(SoundModel sound, Outage before, List<Damage> damage) {
    Set<String> names = new TreeSet<>();
    SystemModel model = before.model();
    Map<Fabric, Planes> planes = new HashMap<>();
    for (Damage d : damage) {
      switch (d) {
        case Damage.Plane(Fabric fabric, int index) ->
            names.addAll(planes.computeIfAbsent(fabric, f -> Planes.of(model, f)).at(index));
        case Damage.Random(Damage.Part part, Fabric fabric, int count, long seed)
            when part != Damage.Part.LINKS -> {
          FabricGraph graph = sound.fabric(fabric).under(before).fabric();
          boolean endpoints = part == Damage.Part.ENDPOINTS;
          int[] all =
              IntStream.range(0, graph.graph().vertexCount())
                  .filter(v -> graph.graph().isEndpoint(v) == endpoints)
                  .toArray();
          draw(all, all.length, count, seed)
              .forEach(v -> names.add(model.instances().get(graph.instanceOf()[v]).name()));
        }
        case Damage.Random _, Damage.Links _, Damage.Port _ -> {}
      }
    }
    return names;
  }

  /** The model with single links down. */
  Outage withLinksDown(List<Damage> damage) {
    for (Damage d : damage) {
      switch (d) {
        case Damage.Links links -> between(links);
        case Damage.Port port -> PortLinks.find(model, sound, port).ifPresent(l -> lose(l, 1));
        case Damage.Random(Damage.Part part, Fabric fabric, int count, long seed)
            when part == Damage.Part.LINKS ->
            random(fabric, count, seed);
        case Damage.Random _, Damage.Plane _ -> {}
      }
    }
    if (down.isEmpty()) {
      return parts;
    }
    Link[] links = sound.links(model);
    down.forEach((l, n) -> links[l] = links[l].withDown(n));
    BitSet changed = (BitSet) parts.links().clone();
    down.keySet().forEach(changed::set);
    return new Outage(
        FaultyModel.with(model, model.instances(), FaultyModel.fixed(links)),
        parts.instances(),
        changed);
  }

  private int left(Link l) {
    return l.count() - down.getOrDefault(l.index(), 0);
  }

  private void lose(Link l, int most) {
    int more = Math.min(most, left(l));
    if (more > 0) {
      down.merge(l.index(), more, Integer::sum);
    }
  }

  private void between(Damage.Links damage) {
    int left = damage.count() == 0 ? Integer.MAX_VALUE : damage.count();
    BitSet both = sound.linksWithin(damage.a());
    both.and(sound.linksWithin(damage.b()));
    BitSet a = sound.within(damage.a());
    BitSet b = sound.within(damage.b());
    for (int i = both.nextSetBit(0); i >= 0 && left > 0; i = both.nextSetBit(i + 1)) {
      Link l = model.links().get(i);
      boolean joins = (a.get(l.a()) && b.get(l.b())) || (b.get(l.a()) && a.get(l.b()));
      if (joins && l.fabric().family() == LinkType.Family.SIGNAL) {
        int more = Math.min(left, left(l));
        lose(l, more);
        left -= more;
      }
    }
  }

  private void random(Fabric fabric, int count, long seed) {
    BitSet changed = (BitSet) parts.links().clone();
    down.keySet().forEach(changed::set);
    SoundFabric.Units units =
        sound
            .fabric(fabric)
            .units(changed, l -> model.links().get(l).failed() ? 0 : left(model.links().get(l)));
    draw(units.links(), units.count(), count, seed).forEach(l -> down.merge(l, 1, Integer::sum));
  }

  /**
   * So many of the given, each as likely; all where there are fewer.
   *
   * @param all of which the first are taken; put in another order
   */
  private static IntStream draw(int[] all, int length, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int most = Math.min(count, length);
    for (int i = 0; i < most; i++) {
      int j = i + random.nextInt(length - i);
      int kept = all[i];
      all[i] = all[j];
      all[j] = kept;
    }
    return IntStream.range(0, most).map(i -> all[i]);
  }
}
