package supernode.analysis.workload;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.analysis.Analysis;
import supernode.analysis.DrawnFailures;
import supernode.analysis.DrawnFleet;
import supernode.catalog.Catalog;
import supernode.catalog.Confidence;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.design.Workload;
import supernode.quantity.Divisors;
import supernode.quantity.Text;
import supernode.quantity.Words;
import supernode.solve.Outcome;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.Interconnect;

/**
 * What a job runs on: a design, or the flat machine that the job describes.
 *
 * @param pue of the plant
 * @param notes what had to be assumed
 * @param failures of the drawing; empty for a flat machine
 */
public record Machine(Fleet fleet, double pue, List<Text> notes, Optional<DrawnFailures> failures) {
  private static final int MOST_CHIPS = 10_000_000;
  private static final double DEFAULT_UP_NS = 1000;
  private static final double DEFAULT_OUT_NS = 3000;

  /** The design as drawn and solved; says what is missing where it carries no workload. */
  public static Outcome<Machine> of(Analysis analysis) {
    return of(analysis, "");
  }

  /**
   * As {@link #of(Analysis)}, of its accelerators of one kind.
   *
   * @param kind id of the part; empty for all, which are to be equal
   */
  public static Outcome<Machine> of(Analysis analysis, String kind) {
    return counted(analysis, kind)
        .flatMap(machine -> machine.fleet().chip().complete().map(_ -> machine));
  }

  /** As {@link #of(Analysis, String)}, of chips whose speed and memory need not be known. */
  public static Outcome<Machine> counted(Analysis analysis, String kind) {
    return DrawnFleet.of(analysis, kind)
        .map(drawn ->
            new Machine(
                drawn.fleet(),
                drawn.pue(),
                drawn.notes(),
                analysis.model().asOptional().map(DrawnFailures::of)));
  }

  /** What a job of a kind needs: a schedule only counts chips. */
  public static Outcome<Machine> of(Analysis analysis, Workload.Kind job, String kind) {
    return job == Workload.Kind.SCHEDULE ? counted(analysis, kind) : of(analysis, kind);
  }

  /** The same with something more to be said of it. */
  Machine noting(Text note) {
    List<Text> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
    return new Machine(fleet, pue, more, failures);
  }

  /** The same with other memory at every chip. */
  public Machine withMemory(double bytes, double bytesPerS) {
    Fleet other = fleet.withChip(fleet.chip().withMemory(bytes, bytesPerS));
    return new Machine(other, pue, notes, failures);
  }

  /** The same with shares of its rates inside and between domains. */
  public Machine withRates(double up, double out) {
    return new Machine(fleet.atShares(up, out), pue, notes, failures);
  }

  /** The machine that a job describes. */
  public static Machine of(JobFields job, Catalog catalog) {
    if (!job.has("machine")) {
      throw new JobException("job.noMachine", job.file());
    }
    return flat(job.object("machine"), catalog);
  }

  private static Machine flat(JobFields m, Catalog catalog) {
    m.only(
        "chip",
        "count",
        "domainSize",
        "scaleUpGBps",
        "scaleOutGBps",
        "latencies",
        "protocol",
        "scaleOutProtocol",
        "reducing",
        "pue",
        "clockShare");
    Part part = m.isWord("chip") ? part(m, catalog) : null;
    Chip chip = part == null ? own(m.object("chip")) : cataloged(part);
    int count = (int) m.whole("count", 1, MOST_CHIPS);
    int domain = (int) m.whole("domainSize", 1, MOST_CHIPS, count);
    if (count % domain != 0) {
      throw m.bad("job.domains", count, domain, Divisors.nearest(domain, count));
    }
    JobFields latencies = m.objectOr("latencies").only("scaleUpNs", "scaleOutNs");
    double up = rate(m, "scaleUpGBps", domain > 1);
    double out = rate(m, "scaleOutGBps", count > domain);
    String protocol = m.text("protocol", part == null ? "" : protocol(part));
    Outcome<Chip> complete = chip.throttledTo(m.number("clockShare", 0.01, 1, 1)).complete();
    return new Machine(
        new Fleet(
            complete
                .asOptional()
                .orElseThrow(() ->
                    new JobException("job.design", m.where(), complete.whyNot().orElseThrow())),
            count,
            domain,
            new Interconnect(
                up,
                latencies.number("scaleUpNs", 0, 1e12, DEFAULT_UP_NS) * 1e-9,
                protocol,
                m.is("reducing", protocol.equals("NVLink4") || protocol.equals("NVLink5"))),
            new Interconnect(
                out,
                latencies.number("scaleOutNs", 0, 1e12, DEFAULT_OUT_NS) * 1e-9,
                m.text("scaleOutProtocol", "IB"),
                false)),
        m.number("pue", 1, 10, 1),
        List.of(),
        Optional.empty());
  }

  private static double rate(JobFields m, String key, boolean needed) {
    return (needed ? m.number(key, 1e-6, 1e9) : m.number(key, 1e-6, 1e9, 1)) * 1e9;
  }

  private static Part part(JobFields m, Catalog catalog) {
    String id = m.text("chip");
    return catalog
        .part(id)
        .filter(p -> p.kind() == PartKind.ACCELERATOR)
        .orElseThrow(() -> m.bad("job.noChip", id, nearest(id, catalog)));
  }

  /** The id that is most like what was written. */
  private static String nearest(String id, Catalog catalog) {
    return Words.nearest(id, catalog.ofKind(PartKind.ACCELERATOR).stream().map(Part::id).toList());
  }

  private static Chip cataloged(Part p) {
    var v = p.values();
    return new Chip(
        p.name(),
        v.get(Property.FP16_DENSE, 0),
        v.get(Property.FP8_DENSE, 0),
        v.get(Property.FP4_DENSE, 0),
        v.get(Property.MEMORY_BYTES, 0),
        v.get(Property.MEMORY_BANDWIDTH, 0),
        v.get(Property.POWER_W, 0),
        1,
        v.find(Property.POWER_W).filter(w -> w.confidence() == Confidence.ASSUMPTION).isPresent());
  }

  private static String protocol(Part p) {
    return p.ports().stream()
        .map(port -> port.type() instanceof PortType.Signal s ? s.protocol() : "")
        .filter(name -> name.startsWith("NVLink") || name.startsWith("UB"))
        .findFirst()
        .orElse("");
  }

  private static Chip own(JobFields c) {
    c.only(
        "name",
        "fp16DenseTflops",
        "fp8DenseTflops",
        "fp4DenseTflops",
        "memoryGB",
        "memoryBandwidthGBps",
        "powerW");
    return new Chip(
        c.text("name", "chip"),
        c.number("fp16DenseTflops", 1e-3, 1e9) * 1e12,
        c.number("fp8DenseTflops", 1e-3, 1e9, 0) * 1e12,
        c.number("fp4DenseTflops", 1e-3, 1e9, 0) * 1e12,
        c.number("memoryGB", 1e-3, 1e9) * 1e9,
        c.number("memoryBandwidthGBps", 1e-3, 1e9) * 1e9,
        c.number("powerW", 0, 1e9, 0),
        1);
  }
}
