package supernode.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import supernode.solve.cooling.power.Pue;

/**
 * Power by kind, and what the plant adds.
 *
 * @param results headline numbers: IT power, rack power, PUE
 * @param byKind watt by message key of the kind, largest first
 * @param powers by instance, W
 * @param pue what usage effectiveness is made of; empty where the power of the parts or that of
 *     cooling is not known
 */
public record PowerAnswer(
    List<Result> results,
    SequencedMap<String, Double> byKind,
    OverlayValues powers,
    Map<String, List<Result>> perInstance,
    Optional<Pue> pue) {
  public List<Result> at(String place) {
    return perInstance.getOrDefault(place, List.of());
  }
}
