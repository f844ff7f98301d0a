package supernode.solve.network.metric;

import java.util.Arrays;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.topology.CsrGraph;

/**
 * The most that any routing could give every ordered pair of endpoints at the same time: maximum
 * concurrent flow as a linear program, one commodity for each source (Shahrokhi and Matula, JACM
 * 37(2), 1990).
 */
final class ConcurrentFlow {
  /** Sources times channels up to which the program is solved. */
  static final int MOST_VARIABLES = 2_000;

  private static final long MOST_MILLISECONDS = 20_000;

  private final CsrGraph graph;
  private final double unit;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Variable theta = model.addVariable("theta").lower(0).weight(1);
  private final Expression[] capacity;

  private ConcurrentFlow(CsrGraph graph, double unit) {
    this.graph = graph;
    this.unit = unit;
    this.capacity = new Expression[graph.channelCount()];
  }

  /** Rate of each pair, byte/s. */
  static Outcome<Double> pairBytesPerS(CsrGraph graph) {
    int n = graph.endpointCount();
    if (n < 2) {
      return Outcome.notApplicable("network.tooFewEndpoints", n);
    }
    long variables = (long) n * graph.arcCount();
    if (variables > MOST_VARIABLES) {
      return Outcome.notApplicable("network.programTooLarge", variables, MOST_VARIABLES);
    }
    double unit = 0;
    for (int l = 0; l < graph.linkCount(); l++) {
      unit = Math.max(unit, graph.isUsable(l) ? graph.capacityBytesPerS(l) : 0);
    }
    if (unit == Double.POSITIVE_INFINITY) {
      return Outcome.notApplicable("network.unlimitedLink");
    }
    return unit == 0 ? Outcome.solved(0.0) : new ConcurrentFlow(graph, unit).solve();
  }

  private Outcome<Double> solve() {
    for (int c = 0; c < capacity.length; c++) {
      if (graph.isUsable(c >> 1)) {
        capacity[c] = model.addExpression("c" + c).upper(graph.capacityBytesPerS(c >> 1) / unit);
      }
    }
    for (int i = 0; i < graph.endpointCount(); i++) {
      commodity(graph.endpoint(i));
    }
    model.options.time_abort = MOST_MILLISECONDS;
    model.options.time_suffice = MOST_MILLISECONDS;
    Optimisation.Result result = model.maximise();
    return result.getState().isOptimal()
        ? Outcome.solved(result.getValue() * unit)
        : new Outcome.NotConverged<>(Text.of("network.programUnsolved"), "");
  }

  /** What one endpoint sends: theta stays at each other one, and nothing at a switch. */
  private void commodity(int source) {
    Expression[] balance = new Expression[graph.vertexCount()];
    Arrays.setAll(
        balance,
        v -> {
          if (v == source || !graph.isUp(v)) {
            return null;
          }
          Expression kept = model.addExpression("b" + source + "," + v).level(0);
          return graph.isEndpoint(v) ? kept.set(theta, -1) : kept;
        });
    for (int c = 0; c < capacity.length; c++) {
      int from = graph.channelFrom(c);
      int to = graph.channelTo(c);
      boolean starts = from == source || graph.forwards(from);
      if (capacity[c] == null || !starts || to == source) {
        continue;
      }
      Variable flow = model.addVariable("f" + source + "," + c).lower(0);
      capacity[c].set(flow, 1);
      if (balance[from] != null) {
        balance[from].set(flow, -1);
      }
      balance[to].set(flow, 1);
    }
  }
}
