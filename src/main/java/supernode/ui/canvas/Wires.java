package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import supernode.catalog.LinkType;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.design.Joint;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Places;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
import supernode.ui.Workspace;

/** What a link drawn between two ports becomes. */
final class Wires {
  private final Workspace workspace;
  private final Places places;
  private final String assembly;
  private final InstancePath inside;
  private final Optional<LinkType> held;

  /**
   * @param inside the entered assembly, which gets the wiring
   * @param held the type of link to draw; without one the best that fits
   */
  Wires(Workspace workspace, InstancePath inside, Optional<LinkType> held) {
    this.workspace = workspace;
    this.places = workspace.places();
    this.assembly = workspace.enteredAssembly();
    this.inside = inside;
    this.held = held;
  }

  /** A port of an instance. */
  record End(InstancePath path, String port) {}

  /** A way to wire, for the user to choose from. */
  record Choice(Text label, Edit edit) {}

  /** The ports behind an end; empty when it has none of that name. */
  Optional<Places.FoundPort> port(End end) {
    List<Places.FoundPort> found = places.ports(assembly, selector(end, false));
    return found.stream().findFirst();
  }

  /** Why two ends cannot be joined; empty when they can. */
  Optional<Text> refusal(End a, End b) {
    Optional<Places.FoundPort> from = port(a);
    Optional<Places.FoundPort> to = port(b);
    if (from.isEmpty() || to.isEmpty() || a.path().equals(b.path())) {
      return Optional.of(Text.of("canvas.noPort"));
    }
    Optional<Text> never = Joint.refusal(from.get().port(), to.get().port());
    if (never.isPresent()) {
      return never;
    }
    if (held.isPresent()) {
      return Joint.refusal(from.get().port(), to.get().port(), held.get(), 0);
    }
    return link(from.get().port(), to.get().port()).isPresent()
        ? Optional.empty()
        : Optional.of(Text.of("canvas.noLink", a.port(), b.port()));
  }

  /**
   * The link type that is held, if it fits; else the best: one that the assembly uses already for
   * such ports, else the fastest that is short and cheap enough to be passive.
   */
  Optional<LinkType> link(PortSpec a, PortSpec b) {
    if (held.isPresent()) {
      return held.filter(l -> Joint.refusal(a, b, l, 0).isEmpty());
    }
    List<String> used =
        workspace.design().assemblies().get(assembly).wirings().stream().map(Wiring::link).toList();
    return workspace.library().links().values().stream()
        .filter(l -> Joint.refusal(a, b, l, 0).isEmpty())
        .max(
            Comparator.comparing((LinkType l) -> used.contains(l.id()))
                .thenComparing(l -> !l.protocols().isEmpty())
                .thenComparingDouble(l -> l.values().get(Property.RATE, 0))
                .thenComparingDouble(l -> -l.values().get(Property.POWER_PER_END_W, 0)));
  }

  /** The ways to wire two ends that may be joined; the first is the plainest. */
  List<Choice> choices(End a, End b, double lengthM) {
    List<Choice> choices = new ArrayList<>();
    Pattern pair = new Pattern.PointToPoint(selector(a, false), selector(b, false), 1);
    choices.add(choice("canvas.wire.pair", a, b, lengthM, pair));
    long many = Math.max(count(a), count(b));
    if (many > 1) {
      Pattern all = new Pattern.EveryToEvery(selector(a, true), selector(b, true), 1);
      choices.add(choice("canvas.wire.all", a, b, lengthM, all));
      if (count(a) == count(b)) {
        Pattern each = new Pattern.PointToPoint(selector(a, true), selector(b, true), 1);
        choices.add(choice("canvas.wire.each", a, b, lengthM, each));
      }
    }
    for (End end : List.of(a, b)) {
      String name = end.path().steps().get(inside.steps().size()).placement();
      Siblings.wiring(workspace.design(), assembly, name)
          .ifPresent(
              edit -> choices.add(new Choice(Text.of("canvas.wireLikeSiblings", name), edit)));
    }
    return choices.stream().distinct().toList();
  }

  private Choice choice(String key, End a, End b, double lengthM, Pattern pattern) {
    PortSpec from = port(a).orElseThrow().port();
    PortSpec to = port(b).orElseThrow().port();
    LinkType link = link(from, to).orElseThrow();
    double reachM = link.values().get(Property.REACH_M, Double.POSITIVE_INFINITY);
    Wiring wiring =
        new Wiring("", fabric(a, b, link), link.id(), Math.min(lengthM, reachM), pattern);
    Text label =
        Text.of(key, pattern.ends().getFirst().toString(), pattern.ends().get(1).toString());
    return new Choice(label, new Edit.AddWiring(assembly, wiring));
  }

  private long count(End end) {
    InstancePath.Step step = end.path().steps().get(inside.steps().size());
    Placement p = workspace.design().assemblies().get(assembly).placements().get(step.placement());
    return p.count();
  }

  private Selector selector(End end, boolean all) {
    List<Selector.Step> steps = new ArrayList<>();
    for (InstancePath.Step s :
        end.path().steps().subList(inside.steps().size(), end.path().steps().size())) {
      steps.add(
          all
              ? new Selector.Step(s.placement(), 0, Selector.Step.ALL)
              : new Selector.Step(s.placement(), s.index(), s.index()));
    }
    return new Selector(steps, end.port());
  }

  // As such links are used already; else by what stands at the ends.
  private Fabric fabric(End a, End b, LinkType link) {
    for (Assembly other : workspace.design().assemblies().values()) {
      for (Wiring w : other.wirings()) {
        if (w.link().equals(link.id())) {
          return w.fabric();
        }
      }
    }
    return switch (link.family()) {
      case FLUID -> Fabric.LOOP;
      case POWER -> Fabric.POWER;
      case HEAT -> Fabric.HEAT;
      case SIGNAL -> signal(kind(a), kind(b), link);
    };
  }

  private PartKind kind(End end) {
    return port(end).orElseThrow().part().kind();
  }

  private static Fabric signal(PartKind a, PartKind b, LinkType link) {
    List<PartKind> kinds = List.of(a, b);
    String name = (link.id() + String.join(",", link.protocols())).toLowerCase(Locale.ROOT);
    if (kinds.contains(PartKind.HBM_STACK) || kinds.contains(PartKind.MEMORY_POOL)) {
      return Fabric.MEMORY;
    }
    if (kinds.contains(PartKind.CPU) || name.contains("pcie")) {
      return Fabric.HOST;
    }
    if (kinds.contains(PartKind.NIC) || name.contains("ethernet") || name.contains("infiniband")) {
      return Fabric.SCALE_OUT;
    }
    return Fabric.SCALE_UP;
  }
}
