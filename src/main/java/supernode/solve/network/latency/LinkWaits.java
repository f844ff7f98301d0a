package supernode.solve.network.latency;

import java.util.function.IntToDoubleFunction;
import supernode.topology.CsrGraph;

/** By channel: an M/G/1 queue at the load that is offered, and what crossing it takes besides. */
final class LinkWaits {
  final double[] meanS;
  final double[] varianceS2;

  /** The chance that a packet finds the link free. */
  final double[] free;

  /** Over it into the destination, with the packet's own time on the wire. */
  final double[] lastHopS;

  /** Over it into what passes on, and through that. */
  final double[] hopS;

  /** Offered load of the busiest one. */
  final double busiest;

  LinkWaits(
      CsrGraph graph, IntToDoubleFunction offeredLoad, PacketMix packets, double headerBytes) {
    int channels = graph.channelCount();
    meanS = new double[channels];
    varianceS2 = new double[channels];
    free = new double[channels];
    lastHopS = new double[channels];
    hopS = new double[channels];
    double most = 0;
    for (int c = 0; c < channels; c++) {
      int link = c >> 1;
      double load = graph.isUsable(link) ? offeredLoad.applyAsDouble(c) : 0;
      double rate = graph.capacityBytesPerS(link);
      most = Math.max(most, load);
      free[c] = Math.max(0, 1 - load);
      if (load > 0 && QueueWait.of(load, packets.on(rate)) instanceof QueueWait.Delay(double w)) {
        meanS[c] = w;
        varianceS2[c] = packets.waitVarianceS2(load, w, rate);
      }
      double flight = graph.latencyS(link) + graph.propagationS(link);
      lastHopS[c] = flight + packets.meanBytes() / rate;
      hopS[c] = flight + headerBytes / rate + graph.transitS(graph.channelTo(c));
    }
    busiest = most;
  }
}
