package supernode.topology.generate;

import java.util.List;
import java.util.Optional;

/**
 * A full mesh along each dimension (Ahn et al., SC'09); without hosts on its routers the nodes are
 * endpoints themselves, as in UB-Mesh.
 *
 * @param sizes routers along each dimension
 * @param hosts endpoints at each router; 0 where the routers are the endpoints
 */
public record HyperX(List<Integer> sizes, int hosts) implements Generator {
  public HyperX {
    sizes = List.copyOf(sizes);
  }

  @Override
  public Counts counts() {
    long n = Grid.product(sizes);
    long links = 0;
    for (int size : sizes) {
      links = Math.addExact(links, Math.multiplyExact(n, size - 1L));
    }
    links /= 2;
    if (hosts == 0) {
      return Counts.direct(n, links);
    }
    long endpoints = Math.multiplyExact(n, hosts);
    return Counts.of(endpoints, List.of(new Counts.Tier("router", n)), endpoints, links);
  }

  @Override
  public void wire(Wires out) {
    int n = Math.toIntExact(Grid.product(sizes));
    int first = n * hosts;
    for (int h = 0; h < first; h++) {
      out.link(h, first + h / hosts, Cable.HOST, 0, 1);
    }
    int stride = 1;
    for (int d = 0; d < sizes.size(); d++) {
      int size = sizes.get(d);
      for (int v = 0; v < n; v++) {
        for (int at = v / stride % size + 1, w = v + stride; at < size; at++, w += stride) {
          out.link(first + v, first + w, Cable.DIRECT, 2 + d, 2 + d);
        }
      }
      stride *= size;
    }
  }

  @Override
  public Optional<Orbits> orbits() {
    int first = Math.toIntExact(hosts * Grid.product(sizes));
    return Optional.of(new Orbits(v -> v < first ? 0 : 1));
  }

  /** Across the dimension that is narrowest, where it divides into halves. */
  @Override
  public Optional<Cut> bisection(LinkPlan links) {
    long n = Grid.product(sizes);
    long best = Long.MAX_VALUE;
    boolean halves = false;
    for (int d : sizes) {
      long across = n / d * (d / 2) * (d - d / 2);
      if (d > 1 && (across < best || (across == best && d % 2 == 0))) {
        best = across;
        halves = d % 2 == 0 || (hosts <= 1 && sizes.stream().filter(s -> s > 1).count() == 1);
      }
    }
    double rate = links.rateBytesPerS(Cable.DIRECT);
    long halfOfHosts = n * hosts / 2;
    double atHosts = halfOfHosts * links.rateBytesPerS(Cable.HOST);
    if (!halves || (hosts > 0 && atHosts < best * rate)) {
      return Optional.empty();
    }
    return Optional.of(Cut.of(best, rate));
  }
}
