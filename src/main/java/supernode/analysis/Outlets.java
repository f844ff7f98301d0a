package supernode.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import supernode.catalog.PartKind;
import supernode.catalog.PortType;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Selector;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/** What a design whose network is not drawn could send into one. */
final class Outlets {
  /** The instances that a selector names, level by level, and their port. */
  private record Outlet(List<Selector.Step> steps, String port) {
    boolean has(InstancePath path) {
      List<InstancePath.Step> at = path.steps();
      for (int i = 0; i < at.size(); i++) {
        Selector.Step step = steps.get(i);
        int index = at.get(i).index();
        if (!step.placement().equals(at.get(i).placement())
            || index < step.first()
            || index > step.last()) {
          return false;
        }
      }
      return true;
    }
  }

  private final Design design;
  private final Map<List<String>, List<Outlet>> byPlacements = new HashMap<>();

  private Outlets(Design design) {
    this.design = design;
    Assembly root = design.assemblies().get(design.root());
    root.exposes().values().forEach(all -> all.forEach(s -> add(root, s, List.of())));
  }

  /**
   * Rate of the signal ports that sound network adapters and accelerators have at the outside of
   * the design, as its outermost assembly exposes them, byte/s one way; empty where it exposes
   * none.
   */
  static OptionalDouble bytesPerS(Design design, SystemModel model) {
    Outlets outlets = new Outlets(design);
    double sum = 0;
    if (!outlets.byPlacements.isEmpty()) {
      for (Instance i : model.instances()) {
        PartKind kind = i.part().kind();
        if (!i.failed() && (kind == PartKind.NIC || kind == PartKind.ACCELERATOR)) {
          sum += outlets.bytesPerS(i);
        }
      }
    }
    return sum > 0 ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }

  private void add(Assembly at, Selector selector, List<Selector.Step> above) {
    List<Selector.Step> steps = new ArrayList<>(above);
    Assembly inside = at;
    for (Selector.Step step : selector.steps()) {
      steps.add(step);
      String of = inside.placements().get(step.placement()).of();
      inside = design.assemblies().get(of);
    }
    if (inside == null) {
      List<String> names = steps.stream().map(Selector.Step::placement).toList();
      byPlacements
          .computeIfAbsent(names, _ -> new ArrayList<>())
          .add(new Outlet(List.copyOf(steps), selector.port()));
      return;
    }
    for (Selector exposed : inside.exposes().getOrDefault(selector.port(), List.of())) {
      add(inside, exposed, steps);
    }
  }

  private double bytesPerS(Instance i) {
    List<String> names = i.path().steps().stream().map(InstancePath.Step::placement).toList();
    return byPlacements.getOrDefault(names, List.of()).stream()
        .filter(o -> o.has(i.path()))
        .map(Outlet::port)
        .distinct()
        .flatMap(port -> i.part().port(port).stream())
        .mapToDouble(port ->
            port.type() instanceof PortType.Signal signal
                ? port.count() * signal.rateBytesPerS()
                : 0)
        .sum();
  }
}
