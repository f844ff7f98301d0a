package supernode.topology.generate;

import java.util.Optional;

/**
 * Several equal planes side by side. Either each endpoint has a port in every plane (dual-plane,
 * dual-ToR), or each is in one plane alone and the planes meet only inside the servers (the
 * multi-plane fat tree of DeepSeek, ISCA'25); then consecutive endpoints are in different planes.
 *
 * @param everyEndpoint whether endpoints are in all planes
 */
public record MultiPlane(int planes, Generator of, boolean everyEndpoint) implements Generator {
  private long hosts() {
    return Math.multiplyExact(of.counts().hosts(), everyEndpoint ? 1L : planes);
  }

  private Copies copies() {
    return new Copies(of.counts(), planes, hosts());
  }

  @Override
  public Counts counts() {
    Counts inner = of.counts();
    return new Counts(
            hosts(),
            Copies.tiers(inner, planes),
            Math.multiplyExact(inner.links(), planes),
            Math.multiplyExact(inner.interSwitchLinks(), planes),
            inner.further())
        .with("planes", planes);
  }

  @Override
  public void wire(Wires out) {
    Copies copies = copies();
    for (int p = 0; p < planes; p++) {
      int plane = p;
      of.wire((a, b, cable, forth, back) ->
          out.link(vertex(copies, plane, a), vertex(copies, plane, b), cable, forth, back));
    }
  }

  private int vertex(Copies copies, int plane, int v) {
    if (copies.isEndpoint(v)) {
      return everyEndpoint ? v : v * planes + plane;
    }
    return copies.switchOf(plane, v);
  }

  @Override
  public boolean endpointsForward() {
    return of.endpointsForward();
  }

  @Override
  public Optional<Orbits> orbits() {
    Copies copies = copies();
    int hosts = Math.toIntExact(hosts());
    return of.orbits()
        .map(o ->
            new Orbits(v -> {
              if (v < hosts) {
                return o.ofVertex().applyAsInt(everyEndpoint ? v : v / planes);
              }
              return o.ofVertex().applyAsInt(copies.inner(v));
            }));
  }

  @Override
  public boolean keepsBlocks(int size) {
    return everyEndpoint ? of.keepsBlocks(size) : size == planes;
  }

  @Override
  public Optional<Cut> bisection(LinkPlan links) {
    return everyEndpoint
        ? of.bisection(links).map(c -> new Cut(planes * c.links(), planes * c.bytesPerS()))
        : Optional.empty();
  }

  @Override
  public boolean halvesBlocks(int size) {
    return everyEndpoint && of.halvesBlocks(size);
  }
}
