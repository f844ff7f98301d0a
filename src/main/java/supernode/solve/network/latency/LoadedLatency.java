package supernode.solve.network.latency;

import java.util.function.IntToDoubleFunction;
import supernode.topology.CsrGraph;

/**
 * A pair under load: its idle latency and the queues on its way.
 *
 * @param zeroLoadS without load
 * @param queued in the queues of all its links together
 */
public record LoadedLatency(double zeroLoadS, QueueWait queued) {
  /**
   * Packets of one size on every link.
   *
   * @param offeredLoad by channel: offered rate over capacity
   */
  public static LoadedLatency of(
      PairLatency pair, CsrGraph graph, IntToDoubleFunction offeredLoad) {
    QueueWait all = new QueueWait.Delay(0);
    for (HopLatency hop : pair.hops()) {
      double rate = graph.capacityBytesPerS(hop.channel() >> 1);
      all =
          all.then(
              QueueWait.of(
                  offeredLoad.applyAsDouble(hop.channel()),
                  ServiceTime.ofPackets(pair.terms().packetBytes(), rate)));
    }
    return new LoadedLatency(pair.zeroLoadS(), all);
  }
}
