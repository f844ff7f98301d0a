package supernode.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import supernode.solve.cooling.power.Pue;
import supernode.topology.Group;
import supernode.topology.Instance;

/**
 * Power by kind, and what the plant adds.
 *
 * @param results headline numbers: IT power, rack power, PUE
 * @param byKind watt by message key of the kind, largest first
 * @param watts of parts and assemblies
 * @param powers by instance, W, gathered when first asked for
 * @param perInstance the same
 * @param pue what usage effectiveness is made of; empty where the power of the parts or that of
 *     cooling is not known
 */
public record PowerAnswer(
    List<Result> results,
    SequencedMap<String, Double> byKind,
    Watts watts,
    Supplier<OverlayValues> powers,
    Supplier<Map<String, List<Result>>> perInstance,
    Optional<Pue> pue) {
  /** What parts and assemblies draw, W. */
  public interface Watts {
    /** Of a part; of one that passes power on, what goes into it. */
    double of(Instance part);

    double of(Group assembly);
  }

  public List<Result> at(String place) {
    return perInstance.get().getOrDefault(place, List.of());
  }
}
