package supernode.analysis.reliability;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import supernode.analysis.PipeFlows;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.design.Fabric;
import supernode.solve.reliability.Dependencies;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * Who gets coolant from whom, by the flows that the loop was solved with: a part is cooled while
 * coolant comes to it from a pump and finds a way back to one. What lies between two pumps in a row
 * counts as driven by the nearer one.
 */
final class CoolantDependencies {
  /** Flows below this stand still, m³/s. */
  private static final double STILL = 1e-9;

  /** Medium of links that are openings, not hoses. */
  private static final String AIR = "air";

  private final SystemModel model;
  private final PipeFlows flows;
  private final Dependencies graph;
  private final IntUnaryOperator node;
  private final Map<Circuit, Ends> circuits = new HashMap<>();

  /** Parts that are joined to what passes air. */
  private final BitSet inAir = new BitSet();

  /**
   * One way through a part.
   *
   * @param facility whether it is the far side of a distribution unit
   */
  private record Circuit(int instance, boolean facility) {}

  /**
   * What a circuit depends on.
   *
   * @param from that coolant comes to it
   * @param back that it finds a way on
   * @param in pipes that bring coolant, by their own nodes
   * @param out pipes that take it on
   */
  private record Ends(int from, int back, List<Integer> in, List<Integer> out) {}

  /**
   * @param node number of a pipe in the graph
   */
  CoolantDependencies(
      SystemModel model, PipeFlows flows, Dependencies graph, IntUnaryOperator node) {
    this.model = model;
    this.flows = flows;
    this.graph = graph;
    this.node = node;
  }

  void add() {
    for (Link hose : model.links()) {
      if (hose.fabric() == Fabric.LOOP && !hose.failed()) {
        boolean air = hose.type().medium().equals(AIR);
        if (air) {
          inAir.set(hose.a());
          inAir.set(hose.b());
        }
        OptionalDouble flow = flows.hoseM3S(hose.index());
        if (flow.isPresent() && Math.abs(flow.getAsDouble()) > STILL) {
          boolean onward = flow.getAsDouble() > 0;
          hose(
              // An opening for air does not fail.
              air ? OptionalInt.empty() : OptionalInt.of(hose.index()),
              ends(onward ? hose.a() : hose.b(), onward ? hose.portA() : hose.portB()),
              ends(onward ? hose.b() : hose.a(), onward ? hose.portB() : hose.portA()));
        }
      }
    }
    circuits.forEach(this::close);
    for (Link l : model.links()) {
      if (l.fabric() == Fabric.HEAT && !l.failed()) {
        cooled(l.a(), l.b());
        cooled(l.b(), l.a());
      }
    }
  }

  private PartKind kind(int instance) {
    return model.instances().get(instance).part().kind();
  }

  private static boolean hasFacilitySide(PartKind kind) {
    return kind == PartKind.CDU || kind == PartKind.AIR_HANDLER;
  }

  private Ends ends(int instance, PortSpec port) {
    boolean facility = hasFacilitySide(kind(instance)) && port.name().startsWith("facility");
    return circuits.computeIfAbsent(
        new Circuit(instance, facility),
        _ -> new Ends(graph.add(), graph.add(), new ArrayList<>(), new ArrayList<>()));
  }

  private void hose(OptionalInt link, Ends before, Ends after) {
    OptionalInt self =
        link.isPresent() ? OptionalInt.of(node.applyAsInt(link.getAsInt())) : OptionalInt.empty();
    int bringing = graph.add();
    self.ifPresent(s -> graph.need(bringing, s));
    graph.need(bringing, before.from());
    after.in().add(bringing);
    int taking = graph.add();
    self.ifPresent(s -> graph.need(taking, s));
    graph.need(taking, after.back());
    before.out().add(taking);
  }

  private void close(Circuit c, Ends ends) {
    // Room between fans and heat sinks does not fail.
    if (!(inAir.get(c.instance()) && kind(c.instance()) == PartKind.MANIFOLD)) {
      graph.need(ends.from(), c.instance());
      graph.need(ends.back(), c.instance());
    }
    boolean drives =
        !c.facility()
            && (kind(c.instance()) == PartKind.PUMP || hasFacilitySide(kind(c.instance())));
    if (drives) {
      // A distribution unit needs the facility's water where that is drawn.
      Ends far = circuits.get(new Circuit(c.instance(), true));
      if (far != null) {
        graph.need(ends.from(), far.from());
        graph.need(ends.from(), far.back());
      }
      return;
    }
    if (!ends.in().isEmpty()) {
      graph.need(ends.from(), 1, ends.in());
    }
    if (!ends.out().isEmpty()) {
      graph.need(ends.back(), 1, ends.out());
    }
  }

  /** A hot part needs its plate, and the plate its coolant. */
  private void cooled(int hot, int plate) {
    if (kind(plate) == PartKind.COLD_PLATE
        || kind(plate) == PartKind.HEAT_SINK
        || kind(plate) == PartKind.IMMERSION_TANK) {
      int cool = graph.add();
      graph.need(cool, plate);
      Ends ends = circuits.get(new Circuit(plate, false));
      if (ends != null) {
        graph.need(cool, ends.from());
        graph.need(cool, ends.back());
      }
      graph.need(hot, cool);
    }
  }
}
