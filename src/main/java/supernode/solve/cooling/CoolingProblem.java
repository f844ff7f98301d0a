package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import supernode.quantity.Text;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.power.PumpDrive;

/**
 * Everything that a cooling solution follows from.
 *
 * @param fluid in all of the network
 * @param inflowC temperature of what enters the network from vessels and supplies
 */
public record CoolingProblem(
    Fluid fluid,
    HydraulicNetwork network,
    List<ChipPackage> chips,
    List<HeatInput> heats,
    List<AmbientLoss> losses,
    List<Cdu> cdus,
    List<PumpDrive> pumps,
    double inflowC) {
  public CoolingProblem {
    chips = List.copyOf(chips);
    heats = List.copyOf(heats);
    losses = List.copyOf(losses);
    cdus = List.copyOf(cdus);
    pumps = List.copyOf(pumps);
  }

  public static Builder of(Fluid fluid) {
    return new Builder(fluid);
  }

  /** The same problem with another law in one link: a slower pump, a blocked plate. */
  public CoolingProblem withLaw(int link, LinkLaw law) {
    return new CoolingProblem(
        fluid, network.withLaw(link, law), chips, heats, losses, cdus, pumps, inflowC);
  }

  /** The same problem with other chips in the same places. */
  CoolingProblem withChips(List<ChipPackage> next) {
    return new CoolingProblem(fluid, network, next, heats, losses, cdus, pumps, inflowC);
  }

  /**
   * As {@link #fault()}, where an earlier problem was found usable: what is shared with it needs no
   * second look.
   */
  @SuppressWarnings("ReferenceEquality")
  Optional<Text> faultSince(CoolingProblem earlier) {
    boolean places = network.links().size() == earlier.network.links().size();
    return network
        .fault()
        .or(() -> places && chips == earlier.chips ? Optional.empty() : chipFault())
        .or(() -> places && heats == earlier.heats ? Optional.empty() : heatFault())
        .or(() -> places && losses == earlier.losses ? Optional.empty() : lossFault())
        .or(() -> places && cdus == earlier.cdus ? Optional.empty() : cduFault())
        .or(() -> places && pumps == earlier.pumps ? Optional.empty() : pumpFault());
  }

  /** The first thing that makes the problem unusable; it names its place. */
  public Optional<Text> fault() {
    return network
        .fault()
        .or(this::chipFault)
        .or(this::heatFault)
        .or(this::lossFault)
        .or(this::cduFault)
        .or(this::pumpFault);
  }

  private Optional<Text> chipFault() {
    return first(chips, c -> named(c.label(), c.link(), c.fault()));
  }

  private Optional<Text> heatFault() {
    return first(heats, h -> named(h.label(), h.link(), LinkLaw.notNegative("power", h.powerW())));
  }

  private Optional<Text> lossFault() {
    return first(
        losses,
        l -> {
          String place = exists(l.link()) ? network.links().get(l.link()).label() : "";
          return named(place, l.link(), LinkLaw.notNegative("conductance", l.conductanceWK()));
        });
  }

  private Optional<Text> cduFault() {
    return first(cdus, c -> named(c.label(), c.link(), c.fault()));
  }

  private Optional<Text> pumpFault() {
    return first(pumps, p -> named(p.label(), p.link(), p.fault()));
  }

  private static <T> Optional<Text> first(List<T> parts, Function<T, Optional<Text>> fault) {
    for (T part : parts) {
      Optional<Text> found = fault.apply(part);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private boolean exists(int link) {
    return link >= 0 && link < network.links().size();
  }

  private Optional<Text> named(String label, int link, Optional<Text> fault) {
    if (!exists(link)) {
      return Optional.of(Text.of("cooling.fault.noLink", label));
    }
    return fault.map(f -> Text.of("cooling.fault.link", label, f));
  }

  /**
   * Collects a problem part by part; each {@code add} gives the index by which results are read.
   */
  public static final class Builder {
    private final Fluid fluid;
    private final List<HydraulicNode> nodes = new ArrayList<>();
    private final List<HydraulicLink> links = new ArrayList<>();
    private final List<ChipPackage> chips = new ArrayList<>();
    private final List<HeatInput> heats = new ArrayList<>();
    private final List<AmbientLoss> losses = new ArrayList<>();
    private final List<Cdu> cdus = new ArrayList<>();
    private final List<PumpDrive> pumps = new ArrayList<>();
    private double inflowC = 25;

    private Builder(Fluid fluid) {
      this.fluid = fluid;
    }

    /** A whole network; its links join its own nodes, so that it comes first. */
    public Builder add(List<HydraulicNode> allNodes, List<HydraulicLink> allLinks) {
      nodes.addAll(allNodes);
      links.addAll(allLinks);
      return this;
    }

    public int add(HydraulicNode node) {
      nodes.add(node);
      return nodes.size() - 1;
    }

    public int add(HydraulicLink link) {
      links.add(link);
      return links.size() - 1;
    }

    /** A link that stands for {@code copies} equal parallel ones. */
    public int link(String label, int from, int to, LinkLaw law, double copies) {
      return add(new HydraulicLink(label, from, to, law, copies));
    }

    public int add(ChipPackage chip) {
      chips.add(chip);
      return chips.size() - 1;
    }

    public int add(HeatInput heat) {
      heats.add(heat);
      return heats.size() - 1;
    }

    public int add(AmbientLoss loss) {
      losses.add(loss);
      return losses.size() - 1;
    }

    public int add(Cdu cdu) {
      cdus.add(cdu);
      return cdus.size() - 1;
    }

    public int add(PumpDrive pump) {
      pumps.add(pump);
      return pumps.size() - 1;
    }

    /** Temperature of what enters from vessels and supplies; 25 degrees Celsius if not said. */
    public Builder inflowC(double temperatureC) {
      inflowC = temperatureC;
      return this;
    }

    public CoolingProblem build() {
      return new CoolingProblem(
          fluid, new HydraulicNetwork(nodes, links), chips, heats, losses, cdus, pumps, inflowC);
    }
  }
}
