package supernode.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.design.InstancePath;
import supernode.solve.network.traffic.Bottleneck;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.CsrGraph;
import supernode.topology.FabricGraph;
import supernode.topology.SystemModel;

/** Gathers the directed links of a fabric by what they join and how busy they are. */
final class LinkClasses {
  /** Of utilisation: 0.01 %. */
  private static final double STEP = 1e-4;

  private static final int MOST = 12;

  private record Key(String from, String to, long steps, double capacityBytesPerS) {}

  private static final class Sum {
    private final int example;
    private long links;
    private double utilisation;

    Sum(int example) {
      this.example = example;
    }
  }

  private LinkClasses() {}

  static List<LinkClass> of(SystemModel model, FabricGraph fabric, TrafficResult traffic) {
    CsrGraph graph = fabric.graph();
    String[] kinds = kinds(model, fabric);
    Map<Key, Sum> sums = new LinkedHashMap<>();
    for (int c = 0; c < graph.channelCount(); c++) {
      if (!graph.isUsable(c >> 1)) {
        continue;
      }
      double u = traffic.utilisation(c);
      Key key =
          new Key(
              kinds[graph.channelFrom(c)],
              kinds[graph.channelTo(c)],
              Math.round(u / STEP),
              graph.capacityBytesPerS(c >> 1));
      int channel = c;
      Sum sum = sums.computeIfAbsent(key, _ -> new Sum(channel));
      sum.links++;
      sum.utilisation = Math.max(sum.utilisation, u);
    }
    List<Bottleneck> limits = traffic.bottlenecks();
    List<LinkClass> classes = new ArrayList<>();
    sums.forEach((key, sum) -> classes.add(told(key, sum, limits)));
    return classes.stream()
        .sorted(
            Comparator.comparingDouble(LinkClass::utilisation)
                .reversed()
                .thenComparing(Comparator.comparingLong(LinkClass::flowsLimited).reversed())
                .thenComparing(Comparator.comparingLong(LinkClass::links).reversed()))
        .limit(MOST)
        .toList();
  }

  private static LinkClass told(Key key, Sum sum, List<Bottleneck> limits) {
    long flows = 0;
    double rate = 0;
    for (Bottleneck b : limits) {
      if (Collections.binarySearch(b.channels(), sum.example) >= 0) {
        flows = b.flowsLimited();
        rate = b.leastRateBytesPerS();
      }
    }
    return new LinkClass(
        key.from(), key.to(), sum.links, sum.utilisation, key.capacityBytesPerS(), flows, rate);
  }

  /** The place of each vertex without its numbers. */
  private static String[] kinds(SystemModel model, FabricGraph fabric) {
    Map<List<String>, String> known = new HashMap<>();
    String[] kinds = new String[fabric.graph().vertexCount()];
    for (int v = 0; v < kinds.length; v++) {
      List<String> steps =
          model.instances().get(fabric.instanceOf()[v]).path().steps().stream()
              .map(InstancePath.Step::placement)
              .toList();
      kinds[v] = known.computeIfAbsent(steps, s -> String.join(".", s));
    }
    return kinds;
  }
}
