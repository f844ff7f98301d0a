package supernode.topology.generate;

import java.util.Optional;

/** Every endpoint with every other one. */
public record FullMesh(int n) implements Generator {
  @Override
  public Counts counts() {
    return Counts.direct(n, pairs(n));
  }

  static long pairs(long n) {
    return Math.multiplyExact(n, n - 1) / 2;
  }

  @Override
  public void wire(Wires out) {
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        out.link(a, b, Cable.DIRECT, 0, 0);
      }
    }
  }

  @Override
  public Optional<Orbits> orbits() {
    return Optional.of(new Orbits(_ -> 0));
  }

  @Override
  public Optional<Cut> bisection(LinkPlan links) {
    return Optional.of(Cut.of((long) (n / 2) * (n - n / 2), links.rateBytesPerS(Cable.DIRECT)));
  }
}
