package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.List;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.ChipPackage;
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
  private final List<Coupling> couplings;
  private final int[] linkPart;
  private final int[] linkPlace;
  private final List<CoolingProblem> loops = new ArrayList<>();
  private final List<List<Integer>> chips = new ArrayList<>();
  private final List<List<Integer>> cdus = new ArrayList<>();
  private final List<List<Integer>> pumps = new ArrayList<>();

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
    this.couplings = List.copyOf(couplings);
    int m = whole.network().links().size();
    linkPart = new int[m];
    linkPlace = new int[m];
    for (int p = 0; p < parts.size(); p++) {
      List<Integer> links = parts.links().get(p);
      for (int i = 0; i < links.size(); i++) {
        linkPart[links.get(i)] = p;
        linkPlace[links.get(i)] = i;
      }
      chips.add(new ArrayList<>());
      cdus.add(new ArrayList<>());
      pumps.add(new ArrayList<>());
    }
    for (int c = 0; c < whole.chips().size(); c++) {
      chips.get(linkPart[whole.chips().get(c).link()]).add(c);
    }
    for (int c = 0; c < whole.cdus().size(); c++) {
      cdus.get(linkPart[whole.cdus().get(c).link()]).add(c);
    }
    for (int c = 0; c < whole.pumps().size(); c++) {
      pumps.get(linkPart[whole.pumps().get(c).link()]).add(c);
    }
    for (int p = 0; p < parts.size(); p++) {
      loops.add(loop(p, fluids.get(p), roomC));
    }
  }

  private CoolingProblem loop(int part, Fluid fluid, double roomC) {
    HydraulicNetwork network =
        parts.size() == 1 ? whole.network() : parts.network(whole.network(), part);
    List<ChipPackage> ownChips = new ArrayList<>();
    for (int c : chips.get(part)) {
      ChipPackage chip = whole.chips().get(c);
      ownChips.add(chip.at(linkPlace[chip.link()]));
    }
    List<HeatInput> heats = new ArrayList<>();
    for (HeatInput h : whole.heats()) {
      if (linkPart[h.link()] == part) {
        heats.add(new HeatInput(h.label(), linkPlace[h.link()], h.powerW()));
      }
    }
    List<AmbientLoss> losses = new ArrayList<>();
    for (AmbientLoss l : whole.losses()) {
      if (linkPart[l.link()] == part) {
        losses.add(new AmbientLoss(linkPlace[l.link()], l.conductanceWK(), l.ambientC()));
      }
    }
    List<Cdu> units = new ArrayList<>();
    for (int c : cdus.get(part)) {
      Cdu u = whole.cdus().get(c);
      units.add(u.at(linkPlace[u.link()]));
    }
    List<PumpDrive> drives = new ArrayList<>();
    for (int c : pumps.get(part)) {
      PumpDrive d = whole.pumps().get(c);
      drives.add(new PumpDrive(d.label(), linkPlace[d.link()], d.efficiency(), d.motorShare()));
    }
    return new CoolingProblem(
        fluid,
        network,
        ownChips,
        heats,
        losses,
        units,
        drives,
        fluid.gas() ? roomC : whole.inflowC());
  }

  public CoolingProblem whole() {
    return whole;
  }

  public List<CoolingProblem> loops() {
    return loops;
  }

  public List<Coupling> couplings() {
    return couplings;
  }

  /** Loop of a link of the whole. */
  public int loopOf(int link) {
    return linkPart[link];
  }

  /** Index of a link of the whole in its loop. */
  public int placeOf(int link) {
    return linkPlace[link];
  }

  /** Links of a loop, by their index in it, as indices of the whole. */
  public List<Integer> links(int loop) {
    return parts.links().get(loop);
  }

  List<Integer> nodes(int loop) {
    return parts.nodes().get(loop);
  }

  /** Chips of a loop as indices of the whole. */
  List<Integer> chips(int loop) {
    return chips.get(loop);
  }

  List<Integer> cdus(int loop) {
    return cdus.get(loop);
  }

  List<Integer> pumps(int loop) {
    return pumps.get(loop);
  }
}
