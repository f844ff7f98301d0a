package supernode.solve.network.route;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * The ways of {@link RailWays} over the cells of a fabric in which every endpoint is a cell of its
 * own.
 */
public final class RailRoutes implements ClassWays {
  private final FabricClasses classes;
  private final Servers servers;
  private final RailChoice choice;
  private final int[] vertexOf;
  private final ClassRoutes outside;
  private final ClassRoutes inside;

  /** From inside a server to where a flow leaves it. */
  private final ClassRoutes leg;

  private int destination;
  private int legTo = -1;

  private RailRoutes(FabricClasses classes, Servers servers, int[] vertexOf) {
    this.classes = classes;
    this.servers = servers;
    this.vertexOf = vertexOf;
    choice = new RailChoice(classes.graph(), servers);
    BitSet inner = new BitSet(classes.arcs());
    BitSet outer = new BitSet(classes.arcs());
    for (int c = 0; c < classes.cells(); c++) {
      for (int a = classes.arcStart(c); a < classes.arcStart(c + 1); a++) {
        (servers.isInner(vertexOf[c], vertexOf[classes.arcHead(a)]) ? inner : outer).set(a);
      }
    }
    inside = new ClassRoutes(classes, inner);
    leg = new ClassRoutes(classes, inner);
    outside = new ClassRoutes(classes, outer);
  }

  /**
   * @return empty where endpoints share a cell, or servers are joined other than over switches
   */
  public static Optional<RailRoutes> of(FabricClasses classes, int perServer) {
    int[] vertexOf = vertices(classes);
    Servers servers = new Servers(classes.graph(), perServer);
    for (int c = 0; c < classes.endpointCells(); c++) {
      if (classes.size(c) > 1) {
        return Optional.empty();
      }
      for (int a = classes.arcStart(c); a < classes.arcStart(c + 1); a++) {
        int head = classes.arcHead(a);
        if (classes.forwards(c)
            || (head < classes.endpointCells()
                && servers.server(vertexOf[c]) != servers.server(vertexOf[head]))) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new RailRoutes(classes, servers, vertexOf));
  }

  private static int[] vertices(FabricClasses classes) {
    int[] vertexOf = new int[classes.cells()];
    for (int v = 0; v < classes.graph().vertexCount(); v++) {
      if (classes.cellOf(v) >= 0) {
        vertexOf[classes.cellOf(v)] = v;
      }
    }
    return vertexOf;
  }

  /** The same for use by another thread, or for other questions. */
  public RailRoutes again() {
    return new RailRoutes(classes, servers, vertexOf);
  }

  /** Classes of links under the exchanges of servers that are built and joined alike. */
  public LinkClasses links() {
    int cells = classes.endpointCells();
    int[] server = new int[cells];
    int[] rail = new int[cells];
    Arrays.setAll(server, c -> servers.server(vertexOf[c]));
    Arrays.setAll(rail, c -> servers.rail(vertexOf[c]));
    return LinkClasses.of(
        classes, TwinModules.orbits(classes, server, rail, servers.count(), servers.perServer()));
  }

  @Override
  public void prepare(int cell) {
    destination = cell;
    outside.prepare(cell);
    inside.prepare(cell);
  }

  @Override
  public boolean leavesDirectLinks() {
    return false;
  }

  @Override
  public boolean follow(int source, ClassRoutes.Crossing out) {
    if (source == destination) {
      return false;
    }
    int from = vertexOf[source];
    int to = vertexOf[destination];
    if (servers.server(from) == servers.server(to)) {
      return inside.follow(source, out) || outside.follow(source, out);
    }
    int[] vias = choice.vias(from, to, legs);
    for (int via : vias) {
      double each = 1.0 / vias.length;
      if (via != from) {
        turnTo(classes.cellOf(via)).follow(source, (arc, share) -> out.cross(arc, each * share));
      }
      outside.follow(classes.cellOf(via), (arc, share) -> out.cross(arc, each * share));
    }
    return vias.length > 0;
  }

  private final RailChoice.Legs legs =
      new RailChoice.Legs() {
        @Override
        public int hopsOut(int via) {
          return outside.hops(classes.cellOf(via));
        }

        @Override
        public boolean reaches(int from, int via) {
          return turnTo(classes.cellOf(via)).hops(classes.cellOf(from)) > 0;
        }
      };

  private ClassRoutes turnTo(int cell) {
    if (legTo != cell) {
      leg.prepare(cell);
      legTo = cell;
    }
    return leg;
  }
}
