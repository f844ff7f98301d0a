package supernode.topology;

import java.util.Arrays;
import java.util.List;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Fabric;

/**
 * The snapshot of one fabric of a model, and which instance and link each number stands for. Failed
 * parts and links are left out.
 *
 * @param graph the snapshot
 * @param instanceOf by vertex, index of the instance
 * @param linkOf by physical link, index of the model's link that it is one of
 */
public record FabricGraph(CsrGraph graph, int[] instanceOf, int[] linkOf) {
  /**
   * Port-to-port latency of a switch whose maker publishes none. Assumption: the 250 ns published
   * for Tomahawk Ultra (techzine, storagereview).
   */
  public static final double SWITCH_TRANSIT_S = 250e-9;

  /** The fabric as drawn; its endpoints are accelerators or, where none are on it, NICs. */
  public static FabricGraph of(SystemModel model, Fabric fabric) {
    List<Link> links = model.links(fabric);
    int[] vertexOf = new int[model.instances().size()];
    Arrays.fill(vertexOf, -1);
    int count = 0;
    for (Link l : links) {
      if (!l.failed()) {
        count += l.live();
        vertexOf[l.a()] = -2;
        vertexOf[l.b()] = -2;
      }
    }
    PartKind endpointKind = endpoints(model, vertexOf);
    CsrGraphBuilder builder = new CsrGraphBuilder();
    int[] instanceOf = new int[model.instances().size()];
    // Instance order: ring and neighbour traffic then follow the drawing.
    int vertices = 0;
    for (Instance i : model.instances()) {
      if (vertexOf[i.index()] == -2) {
        boolean endpoint = i.part().kind() == endpointKind;
        double transitS = i.values().get(Property.TRANSIT_LATENCY, endpoint ? 0 : SWITCH_TRANSIT_S);
        int v = endpoint ? builder.addEndpoint(transitS) : builder.addSwitch(transitS);
        vertexOf[i.index()] = v;
        instanceOf[vertices++] = i.index();
      }
    }
    int[] linkOf = new int[count];
    int at = 0;
    builder.expectLinks(count);
    Link last = null;
    LinkSpec spec = null;
    for (Link l : links) {
      if (l.failed()) {
        continue;
      }
      // The links of a wiring follow each other and are of one kind.
      if (last == null || !l.isAlike(last)) {
        spec = new LinkSpec(l.rateBytesPerS(), l.fixedLatencyS(), l.lengthM(), l.propagationS());
        last = l;
      }
      for (int i = 0; i < l.live(); i++) {
        builder.addLink(vertexOf[l.a()], vertexOf[l.b()], spec);
        linkOf[at++] = l.index();
      }
    }
    return new FabricGraph(builder.build(), Arrays.copyOf(instanceOf, vertices), linkOf);
  }

  /** Accelerators where there are some among the vertices, which bear a mark. */
  private static PartKind endpoints(SystemModel model, int[] marks) {
    for (Instance i : model.instances()) {
      if (marks[i.index()] == -2 && i.part().kind() == PartKind.ACCELERATOR) {
        return PartKind.ACCELERATOR;
      }
    }
    return PartKind.NIC;
  }
}
