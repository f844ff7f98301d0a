package supernode.solve.workload.serve;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * A service under a stream of requests, event by event: prompts in order of arrival to the replica
 * that is free first, answers in turn to the replicas that write them, batches that grow and shrink
 * as requests come and go. The same seed gives the same answer.
 */
public final class RequestQueue {
  private final Service service;
  private final RequestMix mix;
  private final Requests requests;
  private final StepTable table;

  private RequestQueue(Service service, RequestMix mix, Requests requests) {
    this.service = service;
    this.mix = mix;
    this.requests = requests;
    double in = mix.input().mean();
    table =
        new StepTable(
            service,
            in + mix.output().mean() / 2,
            in * (1 - mix.prefixReuse()),
            in * mix.prefixReuse());
  }

  /** Serves so many requests. */
  public static QueueResult of(Service service, RequestMix mix, int count, long seed) {
    return new RequestQueue(service, mix, Requests.draw(mix, count, seed)).run();
  }

  private QueueResult run() {
    double[] ready = requests.arrivalS.clone();
    for (int i = 0; i < ready.length && service.reuse().isPresent(); i++) {
      ready[i] += service.reuseSeconds(requests.input[i] * mix.prefixReuse(), mix.perSecond());
    }
    if (service.apart()) {
      read(ready);
    }
    int replicas = service.decoders();
    int[] order = byTime(ready);
    double busy = 0;
    for (int d = 0; d < replicas; d++) {
      int[] own = own(order, d, replicas);
      Replica replica = new Replica(requests, table, service, !service.apart(), mix.prefixReuse());
      replica.serve(own, ready);
      busy += replica.busyS();
    }
    return result(busy);
  }

  private static int[] byTime(double[] ready) {
    return IntStream.range(0, ready.length)
        .boxed()
        .sorted((a, b) -> Double.compare(ready[a], ready[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] own(int[] order, int replica, int replicas) {
    int[] own = new int[(order.length - replica + replicas - 1) / replicas];
    for (int i = 0; i < own.length; i++) {
      own[i] = order[replica + i * replicas];
    }
    return own;
  }

  /** Prompts through the instances that read them; afterwards ready is when they may be decoded. */
  private void read(double[] ready) {
    CacheTransfer.Way way = service.way(mix.perSecond());
    double perToken = service.decode().model().cacheBytesPerToken() / way.bytesPerS();
    PriorityQueue<Reader> free = new PriorityQueue<>();
    for (int p = 0; p < service.prefillers(); p++) {
      free.add(new Reader(0, 0));
    }
    int most = service.prefill().options().prefillTokens();
    int[] order = byTime(ready);
    int next = 0;
    while (next < order.length) {
      Reader reader = free.remove();
      double start = Math.max(reader.freeS, ready[order[next]]);
      int from = next;
      double tokens = 0;
      while (next < order.length
          && ready[order[next]] <= start
          && (tokens == 0 || tokens + unread(order[next]) <= most)) {
        tokens += unread(order[next++]);
      }
      double end = start + table.prefillSeconds(tokens);
      double left = 0;
      for (int i = from; i < next; i++) {
        left += requests.input[order[i]] * perToken;
      }
      double last = service.sent(start, end, left, reader.sentS);
      free.add(new Reader(end, last));
      // One cache after the other; of the last piece too, where they travel in pieces.
      for (int i = from; i < next; i++) {
        int r = order[i];
        left -= requests.input[r] * perToken;
        double there = last - left / service.pieces() + way.latencyS();
        requests.firstTokenS[r] = there;
        ready[r] = there;
      }
    }
  }

  /** When a replica that reads is free, and when it has sent what it has read. */
  private record Reader(double freeS, double sentS) implements Comparable<Reader> {
    @Override
    public int compareTo(Reader other) {
      return Double.compare(freeS, other.freeS);
    }
  }

  private double unread(int request) {
    return requests.input[request] * (1 - mix.prefixReuse());
  }

  private QueueResult result(double busy) {
    int n = requests.count();
    double[] ttft = new double[n];
    double[] tpot = new double[n];
    double[] whole = new double[n];
    double last = 0;
    double time = 0;
    int answered = 0;
    for (int i = 0; i < n; i++) {
      ttft[i] = requests.firstTokenS[i] - requests.arrivalS[i];
      whole[i] = requests.finishS[i] - requests.arrivalS[i];
      if (requests.output[i] > 1) {
        tpot[answered++] =
            (requests.finishS[i] - requests.firstTokenS[i]) / (requests.output[i] - 1);
      }
      last = Math.max(last, requests.finishS[i]);
      time += whole[i];
    }
    Rates rates = rates(last, time / n);
    return new QueueResult(
        Percentiles.of(ttft),
        Percentiles.of(Arrays.copyOf(tpot, answered)),
        Percentiles.of(whole),
        rates.requests,
        rates.input,
        rates.output,
        rates.requests * time / n,
        busy / service.decoders() / Math.max(last - requests.arrivalS[0], 1e-12));
  }

  private record Rates(long finished, double requests, double input, double output) {}

  /** Of what was finished while requests still came in; of all where that is too little to tell. */
  private Rates rates(double last, double stay) {
    int n = requests.count();
    // Nothing is finished at first: the stream is looked at once it flows.
    double from = Math.min(requests.arrivalS[n / 2], requests.arrivalS[0] + 2 * stay);
    Rates during = between(from, requests.arrivalS[n - 1]);
    return during.finished < n / 4 ? between(requests.arrivalS[0] - 1e-12, last) : during;
  }

  private Rates between(double from, double to) {
    long done = 0;
    double in = 0;
    double out = 0;
    for (int i = 0; i < requests.count(); i++) {
      if (requests.finishS[i] > from && requests.finishS[i] <= to) {
        done++;
        in += requests.input[i];
        out += requests.output[i];
      }
    }
    double span = Math.max(to - from, 1e-12);
    return new Rates(done, done / span, in / span, out / span);
  }
}
