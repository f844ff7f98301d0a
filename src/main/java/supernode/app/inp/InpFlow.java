package supernode.app.inp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import supernode.interop.epanet.InpLink;
import supernode.interop.epanet.InpNetwork;
import supernode.interop.epanet.InpNode;
import supernode.interop.epanet.StartState;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.hydraulic.IslandFlow;
import supernode.solve.cooling.hydraulic.LinkState;
import supernode.solve.cooling.hydraulic.Notice;

/**
 * Heads and flows of a file at time 0, controls by pressure obeyed.
 *
 * @param islands parts that no link joins
 * @param nodes answers by id; without numbers where there is no answer
 * @param links the same
 */
public record InpFlow(
    List<Island> islands, Map<String, NodeAnswer> nodes, Map<String, LinkAnswer> links) {
  /** Rounds of obeying controls before the last settings stand. */
  private static final int CONTROL_ROUNDS = 20;

  /** EPANET lets a controlling pressure miss by this much, feet. */
  private static final double CONTROL_TOLERANCE_M = 0.0005 * 0.3048;

  public InpFlow {
    islands = List.copyOf(islands);
  }

  /**
   * A part of the network.
   *
   * @param reason why there is no answer; empty where there is one
   * @param worst place of the largest error, or of the fault; empty where there is none
   */
  public record Island(
      Status status,
      int nodes,
      int links,
      Optional<Text> reason,
      String worst,
      List<Notice> notices) {}

  /** What came of a part. */
  public enum Status {
    SOLVED,
    NOT_CONVERGED,
    NOT_APPLICABLE
  }

  /** Head and pressure of a node. */
  public record NodeAnswer(OptionalDouble headM, OptionalDouble pressureKPa) {}

  /** Flow from a link's first to its second node, its state and what is lost along it. */
  public record LinkAnswer(OptionalDouble flowM3S, String status, OptionalDouble headLossM) {}

  /**
   * Solves a file.
   *
   * @param epanetConstants with that program's gravity and rounded unit factors
   */
  public static InpFlow of(InpNetwork network, boolean epanetConstants) {
    Measures m = new Measures(network.options(), epanetConstants);
    StartState state = StartState.of(network);
    for (int round = 0; ; round++) {
      InpTranslation t = new InpTranslation(state, m);
      List<IslandFlow> islands = IslandFlow.solve(t.network(), m.densityKgM3(), m.viscosityPaS());
      Reading reading = new Reading(t, m, islands);
      StartState next = round < CONTROL_ROUNDS ? reading.obeyed(state) : state;
      if (next.equals(state)) {
        return reading.answer(network);
      }
      state = next;
    }
  }

  /** Answers of the solver read back. */
  private static final class Reading {
    private final InpTranslation t;
    private final Measures m;
    private final List<IslandFlow> islands;
    private final double[] headM;
    private final double[] flowM3S;
    private final double[] dropM;
    private final LinkState[] states;

    Reading(InpTranslation t, Measures m, List<IslandFlow> islands) {
      this.t = t;
      this.m = m;
      this.islands = islands;
      int nodes = t.network().nodes().size();
      int links = t.network().links().size();
      headM = new double[nodes];
      flowM3S = new double[links];
      dropM = new double[links];
      states = new LinkState[links];
      Arrays.fill(headM, Double.NaN);
      Arrays.fill(flowM3S, Double.NaN);
      for (IslandFlow island : islands) {
        island.outcome().asOptional().ifPresent(s -> take(island, s));
      }
      if (m.epanet()) {
        RestingHeads.fill(t.network(), states, headM);
      }
    }

    private void take(IslandFlow island, HydraulicSolution s) {
      for (int v = 0; v < island.nodes().size(); v++) {
        boolean known = !s.loose(v);
        headM[island.nodes().get(v)] = known ? t.headM(s.pressurePa(v)) : Double.NaN;
      }
      for (int k = 0; k < island.links().size(); k++) {
        int link = island.links().get(k);
        boolean known = !s.unfed(s.network().links().get(k).from()) || s.shut(k);
        flowM3S[link] = known ? s.flowM3S(k) : Double.NaN;
        dropM[link] = s.shut(k) ? 0 : t.headM(s.dropPa(k));
        states[link] = s.state(k);
      }
    }

    StartState obeyed(StartState state) {
      double perPressure = m.headPerPressureM();
      return state.switched(
          id -> {
            double head = headM[t.node(id)];
            return (head - t.elevationM(id)) / perPressure;
          },
          CONTROL_TOLERANCE_M / perPressure);
    }

    InpFlow answer(InpNetwork network) {
      Map<String, NodeAnswer> nodes = new LinkedHashMap<>();
      for (InpNode node : network.nodes().values()) {
        double head = headM[t.node(node.id())];
        nodes.put(
            node.id(),
            new NodeAnswer(known(head), known((head - t.elevationM(node.id())) * m.kpaPerM())));
      }
      Map<String, LinkAnswer> links = new LinkedHashMap<>();
      for (InpLink link : network.links().values()) {
        links.put(link.id(), link(link.id()));
      }
      return new InpFlow(islands.stream().map(this::island).toList(), nodes, links);
    }

    private LinkAnswer link(String id) {
      int k = t.link(id);
      double sign = t.turned(id) ? -1 : 1;
      String status =
          states[k] == null
              ? "unknown"
              : switch (states[k]) {
                case OPEN -> "open";
                case SHUT -> "closed";
                case REGULATING -> "active";
              };
      double flow = m.reportedM3S(sign * flowM3S[k]);
      OptionalDouble loss =
          Double.isNaN(flow) ? OptionalDouble.empty() : OptionalDouble.of(sign * dropM[k] + 0.0);
      return new LinkAnswer(known(flow), status, loss);
    }

    private static OptionalDouble known(double value) {
      return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value + 0.0);
    }

    private Island island(IslandFlow i) {
      Status status =
          switch (i.outcome()) {
            case Outcome.Solved<HydraulicSolution> _ -> Status.SOLVED;
            case Outcome.NotConverged<HydraulicSolution> _ -> Status.NOT_CONVERGED;
            case Outcome.NotApplicable<HydraulicSolution> _ -> Status.NOT_APPLICABLE;
          };
      String worst =
          i.outcome() instanceof Outcome.NotConverged<HydraulicSolution>(Text _, String place)
              ? place
              : i.outcome().whyNot().map(Reading::place).orElse("");
      List<Notice> notices = new ArrayList<>();
      i.outcome()
          .asOptional()
          .ifPresent(s ->
              s.notices().stream()
                  .filter(n -> n.kind() != Notice.Kind.BELOW_ATMOSPHERE)
                  .forEach(notices::add));
      for (int v : i.nodes()) {
        String label = t.network().nodes().get(v).label();
        if (v < t.fileNodes() && headM[v] < t.elevationM(label)) {
          notices.add(new Notice(Notice.Kind.BELOW_ATMOSPHERE, label));
        }
      }
      return new Island(
          status, i.nodes().size(), i.links().size(), i.outcome().whyNot(), worst, notices);
    }

    private static String place(Text reason) {
      return reason.values().isEmpty() ? "" : String.valueOf(reason.values().getFirst());
    }
  }
}
