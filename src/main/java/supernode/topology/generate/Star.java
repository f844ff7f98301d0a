package supernode.topology.generate;

import java.util.List;
import java.util.Optional;

/** A crossbar: every endpoint on one switch. */
public record Star(int n) implements Generator {
  @Override
  public Counts counts() {
    return Counts.of(n, List.of(new Counts.Tier("crossbar", 1)), n, 0);
  }

  @Override
  public void wire(Wires out) {
    for (int h = 0; h < n; h++) {
      out.link(h, n, Cable.HOST, 0, 1);
    }
  }

  @Override
  public Optional<Orbits> orbits() {
    return Optional.of(new Orbits(v -> v < n ? 0 : 1));
  }

  @Override
  public Optional<Cut> bisection(LinkPlan links) {
    return Optional.of(Cut.of(n / 2, links.rateBytesPerS(Cable.HOST)));
  }

  @Override
  public boolean keepsBlocks(int size) {
    return true;
  }

  @Override
  public boolean halvesBlocks(int size) {
    return n / size % 2 == 0;
  }
}
