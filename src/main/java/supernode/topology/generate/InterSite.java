package supernode.topology.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Equal sites far apart, each with a gateway on its topmost switches (or on its endpoints, where it
 * has no switch), the gateways fully meshed.
 *
 * @param of one site
 * @param trunks parallel links between each two gateways
 */
public record InterSite(int sites, Generator of, int trunks) implements Generator {
  @Override
  public Counts counts() {
    Counts inner = of.counts();
    long hosts = Math.multiplyExact(inner.hosts(), (long) sites);
    List<Counts.Tier> tiers = new ArrayList<>(Copies.tiers(inner, sites));
    tiers.add(new Counts.Tier("gateway", sites));
    long top = topCount(inner);
    long between = Math.multiplyExact(FullMesh.pairs(sites), trunks);
    long more = Math.addExact(between, Math.multiplyExact(top, sites));
    return new Counts(
            hosts,
            tiers,
            Math.addExact(Math.multiplyExact(inner.links(), (long) sites), more),
            Math.addExact(
                Math.multiplyExact(inner.interSwitchLinks(), (long) sites),
                inner.tiers().isEmpty() ? between : more),
            inner.further())
        .with("sites", sites);
  }

  private static long topCount(Counts inner) {
    return inner.tiers().isEmpty() ? inner.hosts() : inner.tiers().getLast().switches();
  }

  @Override
  public void wire(Wires out) {
    Counts inner = of.counts();
    int hosts = Math.toIntExact(inner.hosts());
    Copies copies = new Copies(inner, sites, (long) hosts * sites);
    int[] most = {0};
    for (int s = 0; s < sites; s++) {
      int site = s;
      of.wire((a, b, cable, forth, back) -> {
        most[0] = Math.max(most[0], Math.max(forth, back));
        out.link(
            vertex(copies, site, hosts, a), vertex(copies, site, hosts, b), cable, forth, back);
      });
    }
    int base = most[0] + 1;
    int gateway = Math.toIntExact(counts().vertices() - sites);
    int end = Math.toIntExact(inner.vertices());
    int top = end - Math.toIntExact(topCount(inner));
    Optional<Orbits> orbits = of.orbits();
    for (int site = 0; site < sites; site++) {
      for (int v = top; v < end; v++) {
        int around = base + 1 + 2 * orbit(orbits, v);
        int here = vertex(copies, site, hosts, v);
        out.link(here, gateway + site, Cable.CORE, around, around + 1);
      }
      for (int other = site + 1; other < sites; other++) {
        for (int t = 0; t < trunks; t++) {
          out.link(gateway + site, gateway + other, Cable.INTER_SITE, base, base);
        }
      }
    }
  }

  private static int orbit(Optional<Orbits> orbits, int v) {
    return orbits.isPresent() ? orbits.get().ofVertex().applyAsInt(v) : 0;
  }

  private static int vertex(Copies copies, int site, int hosts, int v) {
    return copies.isEndpoint(v) ? site * hosts + v : copies.switchOf(site, v);
  }

  @Override
  public boolean endpointsForward() {
    return of.endpointsForward();
  }

  @Override
  public Optional<Orbits> orbits() {
    Counts inner = of.counts();
    int hosts = Math.toIntExact(inner.hosts());
    int all = hosts * sites;
    Copies copies = new Copies(inner, sites, all);
    int gateway = Math.toIntExact(counts().vertices() - sites);
    return of.orbits()
        .map(o ->
            new Orbits(v -> {
              if (v >= gateway) {
                return 0;
              }
              int within = v < all ? v % hosts : copies.inner(v);
              return 1 + o.ofVertex().applyAsInt(within);
            }));
  }
}
