package supernode.topology;

import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.design.Scenario;

/**
 * A model of which nothing has failed, with what hangs on each of its parts: what a scenario takes
 * away is found without going through the rest.
 */
public final class SoundModel {
  private final SystemModel model;
  private final Map<Fabric, SoundFabric> fabrics = new ConcurrentHashMap<>();
  private volatile Index index;
  private volatile Set<Fabric> wired;

  /**
   * @param start by instance, where its links begin among those of all
   * @param at links, each at both of its ends
   * @param links of the model, to be copied whole
   */
  @SuppressWarnings("ArrayRecordComponent") // Looked up, never compared.
  private record Index(int[] start, int[] at, Link[] links, Map<String, Group> groups) {}

  public SoundModel(SystemModel model) {
    this.model = model;
  }

  public SystemModel model() {
    return model;
  }

  /** The model under a scenario; shares with this one what does not fail. */
  public Outage under(Scenario scenario) {
    Outage faulty = FaultyModel.of(this, Outage.none(model), paths(scenario.faults()));
    if (scenario.damage().isEmpty()) {
      return faulty;
    }
    Set<String> more = DamagedModel.instances(this, faulty, scenario.damage());
    Outage parts = more.isEmpty() ? faulty : FaultyModel.of(this, faulty, paths(more));
    return new DamagedModel(this, parts).withLinksDown(scenario.damage());
  }

  private static Set<String> paths(Set<String> faults) {
    return faults.stream().map(f -> InstancePath.parse(f).toString()).collect(Collectors.toSet());
  }

  /** A fabric of which nothing has failed, made when first asked for. */
  public SoundFabric fabric(Fabric fabric) {
    return fabrics.computeIfAbsent(fabric, f -> new SoundFabric(model, f));
  }

  /** Fabrics that have a link. */
  public Set<Fabric> wired() {
    if (wired == null) {
      EnumSet<Fabric> found = EnumSet.noneOf(Fabric.class);
      Fabric last = null;
      for (Link l : model.links()) {
        if (l.fabric() != last) {
          last = l.fabric();
          found.add(last);
        }
      }
      wired = Collections.unmodifiableSet(found);
    }
    return wired;
  }

  /** By index, the links of an instance; a link to itself is there twice. */
  public IntStream linksOf(int instance) {
    Index all = index();
    return IntStream.range(all.start()[instance], all.start()[instance + 1]).map(i -> all.at()[i]);
  }

  /** A copy of the links of this model, or of one that an outage leaves of it. */
  Link[] links(SystemModel of) {
    return of == model ? index().links().clone() : of.links().toArray(Link[]::new);
  }

  /** By index, the links that have an end in a part or assembly. */
  BitSet linksWithin(String path) {
    BitSet links = new BitSet();
    within(path).stream().flatMap(this::linksOf).forEach(links::set);
    return links;
  }

  /** By index, an instance, or all parts inside an assembly; none where there is nothing. */
  BitSet within(String path) {
    BitSet parts = new BitSet();
    // The design as a whole has no path.
    Optional.ofNullable(path.isEmpty() ? null : index().groups().get(path))
        .ifPresent(g -> parts.set(g.first(), g.end()));
    model.find(path).ifPresent(i -> parts.set(i.index()));
    return parts;
  }

  private Index index() {
    Index known = index;
    if (known == null) {
      synchronized (this) {
        known = index == null ? indexed(model) : index;
        index = known;
      }
    }
    return known;
  }

  private static Index indexed(SystemModel model) {
    int n = model.instances().size();
    int[] start = new int[n + 1];
    for (Link l : model.links()) {
      start[l.a() + 1]++;
      start[l.b() + 1]++;
    }
    for (int i = 0; i < n; i++) {
      start[i + 1] += start[i];
    }
    int[] at = new int[start[n]];
    int[] fill = start.clone();
    for (Link l : model.links()) {
      at[fill[l.a()]++] = l.index();
      at[fill[l.b()]++] = l.index();
    }
    Map<String, Group> groups = new HashMap<>();
    model.groups().forEach(g -> groups.put(g.name(), g));
    return new Index(start, at, model.links().toArray(Link[]::new), groups);
  }
}
