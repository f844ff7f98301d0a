package supernode.solve.network.collective;

import java.util.List;
import java.util.Optional;

/**
 * One algorithm at one size.
 *
 * @param bytes size of the operation
 * @param algorithmBytesPerS size over time
 * @param busBytesPerS algorithm bandwidth times the operation's factor; above the line rate where
 *     switches add
 * @param mostUtilisation what the busiest link direction carried of what it could as drawn
 * @param meanUtilisation mean over the link directions that carried anything
 * @param bottleneckChannel of all tiers' numbering: {@link RankNetwork#channelInTier}
 * @param steps times that data is sent on, one after the other
 * @param chunks parts that the data was cut into
 * @param protocol of NCCL's, in calibrated runs
 * @param constants published numbers that went in; none in the bound
 */
public record Run(
    Algorithm algorithm,
    double bytes,
    double timeS,
    double algorithmBytesPerS,
    double busBytesPerS,
    double mostUtilisation,
    double meanUtilisation,
    int bottleneckChannel,
    long steps,
    int chunks,
    Optional<NcclLatency.Protocol> protocol,
    List<Constant> constants) {
  public Run {
    constants = List.copyOf(constants);
  }
}
