package supernode.solve.workload.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.catalog.ModelReader;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.route.Routing;
import supernode.solve.workload.machine.ChipFlows;
import supernode.solve.workload.machine.DrawnFabric;
import supernode.solve.workload.machine.DrawnGroups;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.machine.Interconnect;
import supernode.solve.workload.model.ModelShape;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.train.Clusters;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** Caches on their way from those that read to those that write, against closed forms. */
class CacheTransferTest {
  private static final double NIC = 50e9;
  private static final double UP = 450e9;
  private static final double BYTES = 1e9;

  private static Transformer model(String id) {
    return (Transformer) ModelShape.of(ModelReader.shipped().get(id)).asOptional().orElseThrow();
  }

  private static ReplicaGroup group(
      String model, Fleet fleet, int tp, int instances, int first, double tokens) {
    InferenceStep step =
        new InferenceStep(
            model(model),
            new Deployment(tp, 1),
            ServingOptions.PLAIN,
            new GroupTimes(fleet, Mode.BOUND));
    return new ReplicaGroup(step, instances, first, tokens);
  }

  private static CacheTransfer transfer(String model, Fleet fleet, int tp, int readers, int to) {
    return CacheTransfer.over(
        fleet,
        group(model, fleet, tp, readers, 0, 0),
        group(model, fleet, to, 1, fleet.count() / 2, 0),
        BYTES);
  }

  /** Chips each for itself, half of them on either side of so many equal links between two hubs. */
  private static Fleet dumbbell(int chips, int links, double each) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int c = 0; c < chips; c++) {
      b.addEndpoint(0);
    }
    int left = b.addSwitch(0);
    int right = b.addSwitch(0);
    for (int c = 0; c < chips; c++) {
      b.addLink(c, c < chips / 2 ? left : right, LinkSpec.of(NIC));
    }
    for (int l = 0; l < links; l++) {
      b.addLink(left, right, LinkSpec.of(each));
    }
    double[] most = new double[chips];
    Arrays.fill(most, Double.POSITIVE_INFINITY);
    int[] domains = IntStream.range(0, chips).toArray();
    DrawnFabric network =
        new DrawnFabric(
            b.build(),
            new Routing.EqualCost(),
            new LatencyTerms(0, 0, 0, 4096),
            IntStream.range(0, chips).mapToObj(c -> new int[] {c}).toArray(int[][]::new),
            most,
            List.of(),
            DrawnFabric.Names.NUMBERS);
    DrawnGroups drawn =
        new DrawnGroups(
            "dumbbell",
            domains,
            () -> new DrawnGroups.Fabrics(Optional.empty(), Optional.of(network)));
    return new Fleet(
        Clusters.H100,
        chips,
        1,
        new Interconnect(1, 0, "", false),
        new Interconnect(NIC, 0, "IB", false),
        Optional.of(drawn));
  }

  /** Every rank has its adapter to itself: the rate is that of all of them, as one rate has it. */
  @Test
  void whereNothingIsSharedOneRateTells() {
    CacheTransfer.Way way = transfer("llama3-70b", Clusters.h100(16), 8, 1, 8).at(5);
    assertThat(way.bytesPerS()).isCloseTo(8 * NIC, Percentage.withPercentage(1e-9));
    assertThat(way.bytesPerS())
        .isCloseTo(
            CacheTransfer.atRate(8 * NIC, 0, false).at(5).bytesPerS(),
            Percentage.withPercentage(1e-9));
    assertThat(way.aloneBytesPerS()).isCloseTo(8 * NIC, Percentage.withPercentage(1e-9));
    assertThat(way.insideShare()).isZero();
    assertThat(way.othersShare()).isEqualTo(1);
  }

  /** Ranks that have less to send wait for those that have more; the narrower side limits. */
  @ParameterizedTest
  @CsvSource({"4, 8, 4", "8, 4, 4", "8, 8, 8", "2, 8, 2", "1, 8, 1", "8, 1, 1"})
  void theNarrowerSideLimits(int readers, int writers, int links) {
    CacheTransfer.Way way = transfer("llama3-70b", Clusters.h100(16), readers, 1, writers).at(1);
    assertThat(way.bytesPerS()).isCloseTo(links * NIC, Percentage.withPercentage(1e-9));
  }

  /** Eight heads on sixteen ranks: each is sent to two, and the senders send all twice. */
  @Test
  void headsThatAreKeptTwiceAreSentTwice() {
    CacheTransfer.Way way = transfer("llama3-70b", Clusters.h100(64), 8, 1, 16).at(1);
    assertThat(way.bytesPerS()).isCloseTo(4 * NIC, Percentage.withPercentage(1e-9));
  }

  /** A latent cache has no heads: every rank that writes needs all of it. */
  @Test
  void aLatentCacheGoesWholeToEveryRank() {
    CacheTransfer.Way way = transfer("deepseek-r1", Clusters.h100(16), 8, 1, 8).at(1);
    assertThat(way.bytesPerS()).isCloseTo(NIC, Percentage.withPercentage(1e-9));
  }

  /** Inside one domain it shares each rank's link with the sums of those that share matrices. */
  @Test
  void sumsOfTheGroupsAreBeside() {
    Fleet fleet = Clusters.h100(8);
    double perSecond = 10;
    double tokens = 4000;
    Transformer m = model("llama3-70b");
    double ring = 2 * 0.75 * m.hidden() * m.precision().activation() * 2 * m.layers() * tokens;
    CacheTransfer transfer =
        CacheTransfer.over(
            fleet,
            group("llama3-70b", fleet, 4, 1, 0, tokens),
            group("llama3-70b", fleet, 4, 1, 4, 100),
            BYTES);
    assertThat(transfer.at(perSecond).bytesPerS())
        .isCloseTo(4 * (UP - perSecond * ring), Percentage.withPercentage(1e-6));
    assertThat(transfer.at(perSecond).insideShare()).isCloseTo(1, within(1e-12));
    assertThat(transfer.at(0).bytesPerS()).isCloseTo(4 * UP, Percentage.withPercentage(1e-9));
  }

  /** Two sites and one slow link: it takes bytes / (rate - load of the others), as in a queue. */
  @ParameterizedTest
  @CsvSource({"0", "2", "5", "9"})
  void aSlowLinkBetweenPoolsIsShared(double perSecond) {
    double link = 10e9;
    Fleet fleet = dumbbell(8, 1, link);
    CacheTransfer.Way way =
        CacheTransfer.over(
                fleet,
                group("llama3-8b", fleet, 1, 4, 0, 0),
                group("llama3-8b", fleet, 1, 4, 4, 0),
                BYTES)
            .at(perSecond);
    assertThat(way.bytesPerS())
        .isCloseTo(link - perSecond * BYTES * 3 / 4, Percentage.withPercentage(1e-9));
    assertThat(way.aloneBytesPerS()).isCloseTo(link, Percentage.withPercentage(1e-9));
    assertThat(way.limits()).hasSize(1);
    ChipFlows.Link slow = way.limits().getFirst();
    assertThat(slow).isEqualTo(new ChipFlows.Link(false, "vertex[8]", "vertex[9]", link));
  }

  /** Nobody gets more than the cut has: beyond it all have equal parts. */
  @Test
  void moreThanALinkCarriesIsSharedFairly() {
    double link = 10e9;
    Fleet fleet = dumbbell(8, 1, link);
    CacheTransfer.Way way =
        CacheTransfer.over(
                fleet,
                group("llama3-8b", fleet, 1, 4, 0, 0),
                group("llama3-8b", fleet, 1, 4, 4, 0),
                BYTES)
            .at(1000);
    assertThat(way.bytesPerS()).isCloseTo(link / 4, Percentage.withPercentage(1e-6));
    assertThat(way.othersShare()).isLessThan(0.1);
  }

  @Test
  void aLostLinkMakesItLonger() {
    double two = transfer("llama3-8b", dumbbell(8, 2, 10e9), 1, 4, 1).at(3).bytesPerS();
    double one = transfer("llama3-8b", dumbbell(8, 1, 10e9), 1, 4, 1).at(3).bytesPerS();
    assertThat(two).isCloseTo(20e9 - 3 * BYTES * 3 / 4, Percentage.withPercentage(1e-9));
    assertThat(one).isCloseTo(10e9 - 3 * BYTES * 3 / 4, Percentage.withPercentage(1e-9));
  }

  /** Pieces follow each other, none before its layers are read. */
  @ParameterizedTest
  @CsvSource({
    // read, send, pieces, after the end of reading
    "1, 0.5, 1, 0.5",
    "1, 0.5, 10, 0.05",
    "1, 2, 10, 1.1",
    "1, 1, 4, 0.25"
  })
  void layersTravelWhileLaterOnesAreRead(double read, double send, int pieces, double added) {
    Service s = service(CacheTransfer.atRate(BYTES, 0, false), pieces);
    double tokens = send * BYTES / s.decode().model().cacheBytesPerToken();
    Service.Transferred t = s.transferred(tokens, read, 1);
    assertThat(t.seconds()).isCloseTo(send, within(1e-9));
    assertThat(t.addedSeconds()).isCloseTo(added, within(1e-9));
    assertThat(t.hiddenShare()).isCloseTo(1 - added / send, within(1e-9));
  }

  private static Service service(CacheTransfer transfer, int pieces) {
    InferenceStep step = group("llama3-8b", Clusters.h100(8), 1, 1, 0, 0).step();
    return new Service(step, 4, step, 4, true, transfer, pieces, Optional.empty(), 1);
  }

  private static RequestMix mix(double perSecond) {
    return new RequestMix(
        new Distribution(8000, 0, 8000), new Distribution(2, 0, 2), perSecond, 1, 0);
  }

  /** What others have left comes out of their memory, over the links that all of them share. */
  @Test
  void reusedCachesComeFromOtherReplicas() {
    Fleet fleet = dumbbell(8, 1, 1e12);
    ReplicaGroup readers = group("llama3-8b", fleet, 1, 4, 0, 0);
    CacheTransfer.Way way = CacheTransfer.over(fleet, readers, readers, BYTES).at(12);
    // Two others send a third of what they are asked for to the one that is looked at.
    assertThat(way.bytesPerS())
        .isCloseTo(NIC - 2 * 12 * BYTES / 4 / 3, Percentage.withPercentage(1e-9));
    assertThat(way.pairs()).isEqualTo(12);
    assertThat(way.allPairs()).isTrue();
  }

  /** A link between sites that is asked for twice of what it has lets half of the requests pass. */
  @Test
  void noMoreRequestsAreAnsweredThanTheLinkCarries() {
    Fleet fleet = dumbbell(8, 1, 10e9);
    double bytes = 8000 * model("llama3-8b").cacheBytesPerToken();
    Service s =
        service(
            CacheTransfer.over(
                fleet,
                group("llama3-8b", fleet, 1, 4, 0, 0),
                group("llama3-8b", fleet, 1, 4, 4, 0),
                bytes),
            32);
    double most = 10e9 / bytes;
    QueueResult half = RequestQueue.of(s, mix(0.5 * most), 4000, 1);
    assertThat(half.requestsPerSecond()).isCloseTo(0.5 * most, Percentage.withPercentage(5));
    double first = half.ttft().mean();
    QueueResult more = RequestQueue.of(s, mix(2 * most), 4000, 1);
    assertThat(more.ttft().mean()).isGreaterThan(20 * first);
    assertThat(more.requestsPerSecond()).isLessThan(1.05 * most);
  }
}
