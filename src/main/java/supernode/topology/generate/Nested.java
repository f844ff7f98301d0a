package supernode.topology.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.quantity.Text;

/**
 * Two fabrics over the same endpoints: one over all of them, and one inside each block of
 * consecutive endpoints (a server, a rack), whose links are {@link Cable#SCALE_UP}.
 *
 * @param outer over all endpoints
 * @param inner inside a block
 * @param endpointsForward whether endpoints pass on from one fabric to the other
 */
public record Nested(Generator outer, Generator inner, boolean endpointsForward)
    implements Generator {
  public Nested {
    long all = outer.counts().hosts();
    long block = inner.counts().hosts();
    if (all % block != 0) {
      throw new GeneratorException(Text.of("topology.blocks", all, block));
    }
  }

  private int blocks() {
    return Math.toIntExact(outer.counts().hosts() / inner.counts().hosts());
  }

  @Override
  public Counts counts() {
    Counts out = outer.counts();
    Counts in = inner.counts();
    List<Counts.Tier> tiers = new ArrayList<>(out.tiers());
    Copies.tiers(in, blocks())
        .forEach(t -> tiers.add(new Counts.Tier("scale-up " + t.name(), t.switches())));
    long insideLinks = Math.multiplyExact(in.links(), (long) blocks());
    long insideInter = Math.multiplyExact(in.interSwitchLinks(), (long) blocks());
    Map<String, Long> further = out.further();
    return new Counts(
        out.hosts(),
        tiers,
        Math.addExact(out.links(), insideLinks),
        Math.addExact(out.interSwitchLinks(), insideInter),
        further);
  }

  @Override
  public void wire(Wires out) {
    int[] most = {0};
    outer.wire((a, b, cable, forth, back) -> {
      most[0] = Math.max(most[0], Math.max(forth, back));
      out.link(a, b, cable, forth, back);
    });
    int base = most[0] + 1;
    int block = Math.toIntExact(inner.counts().hosts());
    Copies copies = new Copies(inner.counts(), blocks(), outer.counts().vertices());
    Optional<Orbits> orbits = outer.orbits();
    int blocks = blocks();
    for (int i = 0; i < blocks; i++) {
      int at = i * block;
      int copy = i;
      int around = 2 * orbits.map(o -> o.ofVertex().applyAsInt(at)).orElse(0);
      inner.wire((a, b, _, forth, back) ->
          out.link(
              copies.isEndpoint(a) ? at + a : copies.switchOf(copy, a),
              copies.isEndpoint(b) ? at + b : copies.switchOf(copy, b),
              Cable.SCALE_UP,
              base + around + forth,
              base + around + back));
    }
  }

  /** Where the outer symmetry moves blocks as wholes, and a block is the same for each member. */
  @Override
  public Optional<Orbits> orbits() {
    int block = Math.toIntExact(inner.counts().hosts());
    boolean alike = inner instanceof Star || inner instanceof FullMesh;
    if (!alike || !outer.keepsBlocks(block)) {
      return Optional.empty();
    }
    int outside = Math.toIntExact(outer.counts().vertices());
    return outer
        .orbits()
        .map(o -> {
          int base = 0;
          for (int v = 0; v < outside; v++) {
            base = Math.max(base, o.ofVertex().applyAsInt(v) + 1);
          }
          int inside = base;
          return new Orbits(v ->
              v < outside
                  ? o.ofVertex().applyAsInt(v)
                  : inside + o.ofVertex().applyAsInt((v - outside) * block));
        });
  }

  @Override
  public Optional<Cut> bisection(LinkPlan links) {
    boolean whole = outer.halvesBlocks(Math.toIntExact(inner.counts().hosts()));
    return whole ? outer.bisection(links) : Optional.empty();
  }
}
