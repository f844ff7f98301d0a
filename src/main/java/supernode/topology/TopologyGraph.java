package supernode.topology;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.Pseudograph;
import supernode.design.Fabric;

/** The graph of one fabric: instances and the links between them, live ones only. */
public final class TopologyGraph {
  private final SystemModel model;
  private final Graph<Instance, Link> graph = new Pseudograph<>(Link.class);

  public TopologyGraph(SystemModel model, Collection<Fabric> fabrics) {
    this.model = model;
    for (Link link : model.links()) {
      if (fabrics.contains(link.fabric()) && !link.failed()) {
        Instance a = model.instances().get(link.a());
        Instance b = model.instances().get(link.b());
        graph.addVertex(a);
        graph.addVertex(b);
        graph.addEdge(a, b, link);
      }
    }
  }

  public Graph<Instance, Link> graph() {
    return graph;
  }

  public List<Instance> neighbours(int instance) {
    Instance here = model.instances().get(instance);
    if (!graph.containsVertex(here)) {
      return List.of();
    }
    return graph.edgesOf(here).stream()
        .map(l -> model.instances().get(l.other(instance)))
        .distinct()
        .toList();
  }

  /** Parts of the fabric that cannot reach each other. */
  public List<Set<Instance>> islands() {
    return new ConnectivityInspector<>(graph).connectedSets();
  }
}
