package supernode.solve.workload.serve;

import java.util.PriorityQueue;

/**
 * One replica that writes answers, all its requests a token per step. Steps between two events are
 * taken at once: their times are a straight line in the cache, which grows evenly.
 */
final class Replica {
  private final Requests requests;
  private final StepTable table;
  private final ServingOptions options;
  private final boolean reads;
  private final double capacityTokens;
  private final double prefixReuse;
  private final PriorityQueue<Active> active = new PriorityQueue<>();
  private double now;
  private long step;
  private double contextTokens;
  private double reserved;
  private double busyS;

  private record Active(int request, long lastStep, double startContext, long startStep)
      implements Comparable<Active> {
    @Override
    public int compareTo(Active other) {
      return Long.compare(lastStep, other.lastStep);
    }
  }

  /**
   * An idle one.
   *
   * @param reads whether it reads the prompts as well
   */
  Replica(Requests requests, StepTable table, Service service, boolean reads, double prefixReuse) {
    this.requests = requests;
    this.table = table;
    this.reads = reads;
    this.prefixReuse = prefixReuse;
    options = service.decode().options();
    capacityTokens = service.decode().cacheTokens();
  }

  double busyS() {
    return busyS;
  }

  /**
   * Serves requests to the last.
   *
   * @param order of them, by the time when they are ready
   * @param readyS when each is
   */
  void serve(int[] order, double[] readyS) {
    int next = 0;
    while (next < order.length || !active.isEmpty()) {
      if (active.isEmpty() && next < order.length) {
        now = Math.max(now, readyS[order[next]]);
      }
      next = admit(order, readyS, next);
      if (!active.isEmpty()) {
        boolean room =
            next < order.length && active.size() < options.mostBatch() && fits(order[next]);
        advance(room ? readyS[order[next]] : Double.POSITIVE_INFINITY);
      }
    }
  }

  private double pages(int request) {
    double tokens = requests.input[request] + requests.output[request];
    return Math.ceil(tokens / options.pageTokens()) * options.pageTokens();
  }

  private boolean fits(int request) {
    return reserved + pages(request) <= capacityTokens || active.isEmpty();
  }

  /** Takes in what is ready and fits; reads its prompts where that is done here. */
  private int admit(int[] order, double[] readyS, int from) {
    int next = from;
    double tokens = 0;
    while (next < order.length
        && readyS[order[next]] <= now
        && active.size() < options.mostBatch()
        && fits(order[next])
        && (tokens == 0 || tokens + unread(order[next]) <= options.prefillTokens())) {
      int r = order[next++];
      tokens += unread(r);
      double steps = Math.ceil((requests.output[r] - 1) / options.tokensPerStep());
      active.add(new Active(r, step + (long) steps, requests.input[r], step));
      contextTokens += requests.input[r];
      reserved += pages(r);
    }
    if (reads && next > from) {
      double seconds = table.prefillSeconds(tokens);
      now += seconds;
      busyS += seconds;
      for (int i = from; i < next; i++) {
        requests.firstTokenS[order[i]] = now;
      }
    }
    return next;
  }

  private double unread(int request) {
    return requests.input[request] * (1 - prefixReuse);
  }

  /** Steps until the first answer is complete, or the step after something becomes ready. */
  private void advance(double readyS) {
    int batch = active.size();
    double grows = batch * options.tokensPerStep();
    double first = table.fixedSeconds(batch) + table.secondsPerContext(batch) * contextTokens;
    double more = table.secondsPerContext(batch) * grows;
    long left = active.peek().lastStep - step;
    long steps = left;
    if (readyS - now < seconds(first, more, (double) left)) {
      steps =
          Math.clamp(stepsWithin(first, more, Math.max(0, readyS - now)), Math.min(1, left), left);
    }
    double seconds = seconds(first, more, (double) steps);
    now += seconds;
    busyS += seconds;
    step += steps;
    contextTokens += grows * steps;
    while (!active.isEmpty() && active.peek().lastStep <= step) {
      Active done = active.remove();
      requests.finishS[done.request] = now;
      contextTokens -= done.startContext + options.tokensPerStep() * (step - done.startStep);
      reserved -= pages(done.request);
    }
    if (active.isEmpty()) {
      contextTokens = 0;
      reserved = 0;
    }
  }

  /** Sum of so many steps, each longer than the one before by as much. */
  private static double seconds(double first, double more, double steps) {
    return steps * first + more * steps * (steps - 1) / 2;
  }

  private static long stepsWithin(double first, double more, double span) {
    double b = first - more / 2;
    double steps =
        more > 0 ? (Math.sqrt(b * b + 2 * more * span) - b) / more : span / Math.max(first, 1e-12);
    return (long) Math.ceil(steps);
  }
}
