package supernode.solve.cooling.hydraulic;

import java.util.List;

/** What the links of a network are, asked of their laws once and not in every solve. */
final class LinkTraits {
  private final LinkLaw[] law;
  private final boolean[] closed;
  private final boolean[] oneWay;
  private final boolean[] pump;
  private final double[] typicalM3S;

  private LinkTraits(
      LinkLaw[] law, boolean[] closed, boolean[] oneWay, boolean[] pump, double[] typicalM3S) {
    this.law = law;
    this.closed = closed;
    this.oneWay = oneWay;
    this.pump = pump;
    this.typicalM3S = typicalM3S;
  }

  static LinkTraits of(List<HydraulicLink> links) {
    int m = links.size();
    LinkTraits traits =
        new LinkTraits(
            new LinkLaw[m], new boolean[m], new boolean[m], new boolean[m], new double[m]);
    for (int k = 0; k < m; k++) {
      traits.put(k, links.get(k).law());
    }
    return traits;
  }

  /** With another law in one link. */
  LinkTraits with(int link, LinkLaw next) {
    LinkTraits traits =
        new LinkTraits(
            law.clone(), closed.clone(), oneWay.clone(), pump.clone(), typicalM3S.clone());
    traits.put(link, next);
    return traits;
  }

  private void put(int k, LinkLaw next) {
    law[k] = next;
    closed[k] = next.closed();
    oneWay[k] = next.oneWay();
    pump[k] = next.pump().isPresent();
    typicalM3S[k] = next.typicalFlowM3S();
  }

  /** The laws themselves; not to be written to. */
  LinkLaw[] laws() {
    return law;
  }

  /** Whether any link is a regulator. */
  boolean regulates() {
    for (LinkLaw one : law) {
      if (one instanceof Regulator) {
        return true;
      }
    }
    return false;
  }

  boolean closed(int k) {
    return closed[k];
  }

  boolean oneWay(int k) {
    return oneWay[k];
  }

  boolean pump(int k) {
    return pump[k];
  }

  double typicalM3S(int k) {
    return typicalM3S[k];
  }

  LinkState firstState(int k) {
    return closed[k]
        ? LinkState.SHUT
        : law[k] instanceof Regulator ? LinkState.REGULATING : LinkState.OPEN;
  }
}
