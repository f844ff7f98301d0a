package supernode.solve.workload.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import supernode.solve.workload.machine.ChipFlows;
import supernode.solve.workload.machine.ChipFlows.Greedy;
import supernode.solve.workload.machine.Fleet;

/**
 * Caches on their way from rank to rank over the fabrics. One transfer takes what it can get beside
 * what everything else wants in the mean: other transfers and the exchanges of both groups. On one
 * link it then takes as long as in a queue that serves all in turns: {@code bytes / (rate - load)}.
 * For several threads.
 */
final class CacheFlows implements CacheTransfer {
  /** Pairs of replicas that are looked at. */
  private static final int MOST_PAIRS = 16;

  /** Mean flows of other transfers, and peers of a chip in exchanges, are no more than these. */
  private static final int MOST_MEAN_FLOWS = 4096;

  private static final int MOST_LIMITS = 8;

  private final ReplicaGroup readers;
  private final ReplicaGroup writers;
  private final double bytesPerRequest;
  private final List<Flow> flows = new ArrayList<>();
  private final List<int[]> pairs = new ArrayList<>();

  /** First flow of every pair, and the end of the last. */
  private final int[] firstOf;

  private final ChipFlows over;
  private final ChipFlows.Shared shared;

  /** Seconds for a byte between pairs with nothing beside, in the mean. */
  private final double perByteAlone;

  private final Map<Double, Way> known = new ConcurrentHashMap<>();

  /**
   * Part of a cache, or of an exchange.
   *
   * @param share of a transfer; or bytes per request where it is none that is looked at
   * @param weight against others: what a rank sends at once weighs one in the mean
   * @param reader whose transfer this is; -1 for an exchange
   */
  private record Flow(int from, int to, double share, double weight, int reader) {}

  /**
   * @param bytesPerRequest of cache, in the mean
   */
  CacheFlows(Fleet fleet, ReplicaGroup readers, ReplicaGroup writers, double bytesPerRequest) {
    this.readers = readers;
    this.writers = writers;
    this.bytesPerRequest = bytesPerRequest;
    choose();
    firstOf = new int[pairs.size() + 1];
    for (int i = 0; i < pairs.size(); i++) {
      parts(pairs.get(i)[0], pairs.get(i)[1], 1, 1);
      firstOf[i + 1] = flows.size();
    }
    others();
    for (GroupExchange.Flow f : GroupExchange.of(fleet, readers, false)) {
      flows.add(new Flow(f.from(), f.to(), f.bytesPerRequest(), f.weight(), -1));
    }
    // Those that fetch from their like exchange what they do once.
    for (GroupExchange.Flow f :
        isAmongReaders() ? List.<GroupExchange.Flow>of() : GroupExchange.of(fleet, writers, true)) {
      flows.add(new Flow(f.from(), f.to(), f.bytesPerRequest(), f.weight(), -1));
    }
    over =
        ChipFlows.of(
            fleet,
            flows.stream().mapToInt(Flow::from).toArray(),
            flows.stream().mapToInt(Flow::to).toArray());
    shared =
        over.shared(
            firstOf[pairs.size()],
            flows.stream().mapToDouble(Flow::share).toArray(),
            flows.stream().mapToDouble(Flow::weight).toArray());
    double alone = 0;
    for (int i = 0; i < pairs.size(); i++) {
      alone += 1 / rate(transfer(i, 0), i) / pairs.size();
    }
    perByteAlone = alone;
  }

  /** All pairs, or some that are evenly spaced among readers and among writers. */
  private void choose() {
    int p = readers.replicas();
    int d = writers.replicas();
    if ((long) p * d <= MOST_PAIRS) {
      IntStream.range(0, p * d)
          .filter(i -> !isAmongReaders() || i / d != i % d)
          .forEach(i -> pairs.add(new int[] {i / d, i % d}));
      return;
    }
    for (int i = 0; i < MOST_PAIRS; i++) {
      int scattered = i * 5 % MOST_PAIRS;
      int reader = (int) ((long) i * p / MOST_PAIRS);
      int writer = (int) ((long) scattered * d / MOST_PAIRS);
      boolean same = isAmongReaders() && reader == writer;
      pairs.add(new int[] {reader, same ? (writer + 1) % d : writer});
    }
  }

  /** Whether caches that one replica has left go to others of its kind; its own are at hand. */
  private boolean isAmongReaders() {
    return readers.equals(writers);
  }

  /** Every rank that writes gets its part from those that have it. */
  private void parts(int reader, int writer, double bytes, double weight) {
    int first = flows.size();
    for (int rank = 0; rank < writers.step().on().tp(); rank++) {
      double begin = writers.begin(rank);
      double end = writers.end(rank);
      int last = (int) Math.ceil(end * readers.parts() - 1e-9);
      for (int part = (int) (begin * readers.parts() + 1e-9); part < last; part++) {
        double from = Math.max(begin, (double) part / readers.parts());
        double to = Math.min(end, (part + 1.0) / readers.parts());
        flows.add(
            new Flow(
                readers.chip(reader, readers.rank(part, rank)),
                writers.chip(writer, rank),
                (to - from) * bytes,
                weight,
                reader));
      }
    }
    double mean = 0;
    for (int f = first; f < flows.size(); f++) {
      mean += flows.get(f).share() / (flows.size() - first);
    }
    for (int f = first; f < flows.size(); f++) {
      Flow own = flows.get(f);
      double part = own.share() / mean * weight;
      flows.set(f, new Flow(own.from(), own.to(), own.share(), part, reader));
    }
  }

  /** Every reader's transfers in the mean, to writers evenly spaced. */
  private void others() {
    int p = readers.replicas();
    int d = writers.replicas();
    int each = Math.max(1, firstOf[1]);
    int peers = Math.clamp(MOST_MEAN_FLOWS / ((long) p * each), 1, isAmongReaders() ? d - 1 : d);
    for (int reader = 0; reader < p; reader++) {
      for (int i = 0; i < peers; i++) {
        int own = isAmongReaders() ? 1 : 0;
        int writer = (int) ((reader + own + (long) i * (d - own) / peers) % d);
        parts(reader, writer, bytesPerRequest / p / peers, 1.0 / peers);
      }
    }
  }

  @Override
  public Way at(double requestsPerSecond) {
    return known.computeIfAbsent(requestsPerSecond, this::way);
  }

  private Way way(double requestsPerSecond) {
    double perByte = 0;
    double slowest = Double.POSITIVE_INFINITY;
    double latency = 0;
    double inside = 0;
    double others = 1;
    Map<ChipFlows.Link, Integer> limits = new LinkedHashMap<>();
    int count = pairs.size();
    for (int i = 0; i < count; i++) {
      Greedy busy = transfer(i, requestsPerSecond);
      double rate = rate(busy, i);
      perByte += 1 / rate / count;
      slowest = Math.min(slowest, rate);
      others = Math.min(others, busy.wantedShare());
      double farthest = 0;
      for (int f = firstOf[i]; f < firstOf[i + 1]; f++) {
        farthest = Math.max(farthest, over.latencyS(f));
        inside += over.isInside(f) ? flows.get(f).share() / carried(i) / count : 0;
        boolean last = busy.bytesPerS()[f] <= rate * flows.get(f).share() * (1 + 1e-9);
        if (last && busy.limiting()[f] >= 0) {
          limits.merge(over.link(busy.limiting()[f]), 1, Integer::sum);
        }
      }
      latency += farthest / count;
    }
    return new Way(
        1 / perByte,
        slowest,
        1 / perByteAlone,
        latency,
        inside,
        limits.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_LIMITS)
            .map(Map.Entry::getKey)
            .toList(),
        others,
        count,
        (long) readers.replicas() * (writers.replicas() - (isAmongReaders() ? 1 : 0)) == count);
  }

  private double carried(int pair) {
    return IntStream.range(firstOf[pair], firstOf[pair + 1])
        .mapToDouble(f -> flows.get(f).share())
        .sum();
  }

  /** Bytes of cache per second that all parts of a transfer keep up with. */
  private double rate(Greedy r, int pair) {
    return IntStream.range(firstOf[pair], firstOf[pair + 1])
        .mapToDouble(f -> r.bytesPerS()[f] / flows.get(f).share())
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** One transfer beside what all others want; its reader has no second one at the same time. */
  private Greedy transfer(int pair, double requestsPerSecond) {
    int reader = pairs.get(pair)[0];
    return shared.beside(
        firstOf[pair], firstOf[pair + 1], requestsPerSecond, f -> flows.get(f).reader() == reader);
  }
}
