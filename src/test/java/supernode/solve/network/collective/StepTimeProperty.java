package supernode.solve.network.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static supernode.solve.network.Fabrics.GB;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import supernode.solve.network.Fabrics;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;

/** The time of a step from its loads is the one that the max-min solver gives. */
class StepTimeProperty {
  @Property(tries = 150)
  void aStepTakesAsLongAsItsSlowestMaxMinFlow(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int transfers) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrGraph graph =
        random.nextBoolean() ? Fabrics.leafSpine(4, 4, 3, 50 * GB) : Fabrics.torus(4, 4, 50 * GB);
    int[] from = new int[transfers];
    int[] to = new int[transfers];
    double[] bytes = new double[transfers];
    Transfers.Builder step = new Transfers.Builder();
    for (int i = 0; i < transfers; i++) {
      from[i] = random.nextInt(16);
      to[i] = (from[i] + 1 + random.nextInt(15)) % 16;
      bytes[i] = 1 + random.nextInt(1000);
      step.add(from[i], to[i], bytes[i]);
    }
    RankNetwork network = Machines.on(graph, "NVLink4", false);
    double[] load = new ChannelLoads(network).add(step.build()).load();
    double[] perByte = network.secondsPerByte(false);
    double worst = new HeaviestLoads(network, load).perByteS(perByte);

    FlowIncidence crossed =
        Fabrics.solved(
            Fabrics.routes(graph).incidence(FlowPairs.of(from, to), 1_000_000, () -> false));
    double[] capacity = new double[graph.channelCount()];
    for (int c = 0; c < capacity.length; c++) {
      capacity[c] = graph.capacityBytesPerS(c / 2);
    }
    MaxMinResult fair =
        MaxMin.solve(MaxMinProblem.of(crossed, capacity).withWeights(bytes), () -> false);
    double slowest = 0;
    for (int i = 0; i < transfers; i++) {
      slowest = Math.max(slowest, bytes[i] / fair.rateBytesPerS(i));
    }
    assertThat(worst).isCloseTo(slowest, Percentage.withPercentage(1e-7));
  }
}
