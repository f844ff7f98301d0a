package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.Partition;
import supernode.solve.cooling.power.PumpDrive;

/**
 * Loops that share no coolant, drawn as one problem: each has its own fluid and its own answer.
 * Where the other side of a loop's exchanger is a link of another loop, the two are coupled.
 */
public final class LoopSystem {
  /**
   * An exchanger between two loops.
   *
   * @param cdu index of the unit, in the loop that it cools
   * @param primaryLink index of the link through which its other side flows
   */
  public record Coupling(int cdu, int primaryLink) {}

  private final CoolingProblem whole;
  private final Partition parts;
  private final List<Fluid> fluids;
  private final List<Coupling> couplings;
  private final double roomC;
  private final int[] linkLoop;
  private final int[] linkPlace;
  private final Shares chips;
  private final Shares heats;
  private final Shares losses;
  private final Shares cdus;
  private final Shares pumps;

  /** Each made when it is first asked for. */
  private final CoolingProblem[] loops;

  /**
   * Splits a problem.
   *
   * @param parts of its network
   * @param fluids in each part
   */
  public LoopSystem(
      CoolingProblem whole, Partition parts, List<Fluid> fluids, List<Coupling> couplings) {
    this(whole, parts, fluids, couplings, whole.inflowC());
  }

  /**
   * Splits a problem of liquids and air.
   *
   * @param roomC temperature of the air that enters loops of air from the room
   */
  public LoopSystem(
      CoolingProblem whole,
      Partition parts,
      List<Fluid> fluids,
      List<Coupling> couplings,
      double roomC) {
    this.whole = whole;
    this.parts = parts;
    this.fluids = List.copyOf(fluids);
    this.couplings = List.copyOf(couplings);
    this.roomC = roomC;
    linkLoop = new int[whole.network().links().size()];
    linkPlace = new int[linkLoop.length];
    for (int p = 0; p < parts.size(); p++) {
      int[] links = parts.links()[p];
      for (int i = 0; i < links.length; i++) {
        linkLoop[links[i]] = p;
        linkPlace[links[i]] = i;
      }
    }
    loops = new CoolingProblem[parts.size()];
    chips = new Shares(loops.length, whole.chips(), c -> linkLoop[c.link()]);
    heats = new Shares(loops.length, whole.heats(), h -> linkLoop[h.link()]);
    losses = new Shares(loops.length, whole.losses(), l -> linkLoop[l.link()]);
    cdus = new Shares(loops.length, whole.cdus(), c -> linkLoop[c.link()]);
    pumps = new Shares(loops.length, whole.pumps(), p -> linkLoop[p.link()]);
  }

  private CoolingProblem made(int loop) {
    HydraulicNetwork network =
        loops.length == 1 ? whole.network() : parts.network(whole.network(), loop);
    return new CoolingProblem(
        fluid(loop),
        network,
        own(chips, loop, whole.chips(), c -> c.at(linkPlace[c.link()])),
        own(
            heats,
            loop,
            whole.heats(),
            h -> new HeatInput(h.label(), linkPlace[h.link()], h.powerW())),
        own(
            losses,
            loop,
            whole.losses(),
            l -> new AmbientLoss(linkPlace[l.link()], l.conductanceWK(), l.ambientC())),
        own(cdus, loop, whole.cdus(), c -> c.at(linkPlace[c.link()])),
        own(
            pumps,
            loop,
            whole.pumps(),
            d -> new PumpDrive(d.label(), linkPlace[d.link()], d.efficiency(), d.motorShare())),
        fluid(loop).gas() ? roomC : whole.inflowC());
  }

  private static <T> List<T> own(Shares shares, int loop, List<T> all, UnaryOperator<T> placed) {
    List<T> own = new ArrayList<>(shares.size(loop));
    for (int i = 0; i < shares.size(loop); i++) {
      own.add(placed.apply(all.get(shares.at(loop, i))));
    }
    return own;
  }

  public CoolingProblem whole() {
    return whole;
  }

  /** How many loops there are. */
  public int size() {
    return loops.length;
  }

  /** A loop as a problem of its own. */
  public CoolingProblem loop(int loop) {
    if (loops[loop] == null) {
      loops[loop] = made(loop);
    }
    return loops[loop];
  }

  /** What is in a loop. */
  public Fluid fluid(int loop) {
    return fluids.get(loop);
  }

  /** Whether chips sit on a loop. */
  public boolean coolsChips(int loop) {
    return chips.size(loop) > 0;
  }

  /** Name of the first node of a loop. */
  public String label(int loop) {
    return whole.network().nodes().get(nodes(loop)[0]).label();
  }

  public List<Coupling> couplings() {
    return couplings;
  }

  /** Loop of a link of the whole. */
  public int loopOf(int link) {
    return linkLoop[link];
  }

  /** Index of a link of the whole in its loop. */
  public int placeOf(int link) {
    return linkPlace[link];
  }

  /** Links of a loop, by their index in it, as indices of the whole; not to be written to. */
  public int[] links(int loop) {
    return parts.links()[loop];
  }

  int[] nodes(int loop) {
    return parts.nodes()[loop];
  }

  /** Index of each node of the whole in its loop. */
  int[] nodePlaces() {
    return parts.place();
  }

  /** Chips of the loops as indices of the whole. */
  Shares chips() {
    return chips;
  }

  Shares heats() {
    return heats;
  }

  Shares losses() {
    return losses;
  }

  Shares cdus() {
    return cdus;
  }

  Shares pumps() {
    return pumps;
  }
}
