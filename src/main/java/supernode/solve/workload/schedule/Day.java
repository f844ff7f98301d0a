package supernode.solve.workload.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import supernode.solve.workload.machine.Fleet;

/**
 * A day under one policy. Jobs start in order of arrival; later ones may pass those for which there
 * is no room yet. The tide moves every quarter of an hour.
 */
public final class Day {
  private static final double TIDE_S = 900;
  private static final int LOOKED_AT = 64;
  private static final int QUANTILES = 40;

  private final DayPlan plan;
  private final Policy policy;
  private final boolean bounded;
  private final double ratio;
  private final int chips;
  private final double endS;
  private final ChipPool training;
  private final ChipPool inference;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::timeS));
  private final Deque<Task> waiting = new ArrayDeque<>();
  private final List<Running> running = new ArrayList<>();
  private final List<List<Placement>> units = new ArrayList<>();
  private final List<Double> waits = new ArrayList<>();
  private final Meter meter;
  private int finished;
  private int resizes;

  /** Chips that services wait for. */
  private int owed;

  private record Event(double timeS, Task arrival, Running finish, int version) {}

  /** A job on its chips. */
  private static final class Running {
    private final Task task;
    private Placement on;
    private double left;
    private double sinceS;
    private double rate;
    private int version;

    Running(Task task) {
      this.task = task;
      left = task.seconds() * task.chips();
    }
  }

  private Day(Fleet fleet, DayPlan plan, Policy policy, boolean bounded) {
    this.plan = plan;
    this.policy = policy;
    this.bounded = bounded;
    chips = fleet.count();
    endS = plan.hours() * 3600;
    int domains = fleet.count() / fleet.domainSize();
    ratio =
        domains > 1 ? Math.max(1, fleet.scaleUp().bytesPerS() / fleet.scaleOut().bytesPerS()) : 1;
    int own =
        policy == Policy.STATIC
            ? Math.clamp(Math.round(domains * plan.trainingShare()), 0, domains)
            : domains;
    training = new ChipPool(own, fleet.domainSize(), bounded);
    inference =
        policy == Policy.STATIC
            ? new ChipPool(domains - own, fleet.domainSize(), bounded)
            : training;
    plan.tides().forEach(_ -> units.add(new ArrayList<>()));
    meter = new Meter(chips, endS);
  }

  /** Runs a day. */
  public static DayResult of(Fleet fleet, DayPlan plan, Policy policy, boolean bounded) {
    return new Day(fleet, plan, policy, bounded).run();
  }

  private DayResult run() {
    plan.tasks().forEach(t -> events.add(new Event(t.arrivalS(), t, null, 0)));
    for (double t = 0; t < endS; t += TIDE_S) {
      events.add(new Event(t, null, null, 0));
    }
    double now = 0;
    while (!events.isEmpty() && events.peek().timeS() <= endS) {
      Event e = events.remove();
      meter.advance(
          e.timeS() - now, trainingChips(), usefulChips(), served(now), demand(now), idle());
      now = e.timeS();
      if (e.arrival() != null) {
        waiting.add(e.arrival());
      } else if (e.finish() != null && e.finish().version != e.version()) {
        // Resized since: it ends at another time.
        continue;
      } else if (e.finish() != null) {
        finish(e.finish(), now);
      }
      tide(now);
      start(now);
      if (e.arrival() == null && e.finish() == null) {
        grow(now);
      }
    }
    meter.advance(endS - now, trainingChips(), usefulChips(), served(now), demand(now), idle());
    return result();
  }

  private int trainingChips() {
    int sum = 0;
    for (Running r : running) {
      sum += r.on.total();
    }
    return sum;
  }

  /** Chips' worth of work that is done: less where a job's exchange is slowed down. */
  private double usefulChips() {
    return running.stream().mapToDouble(r -> r.rate).sum();
  }

  private double demand(double timeS) {
    return plan.tides().stream().mapToDouble(t -> t.demand(timeS)).sum();
  }

  private double served(double timeS) {
    double sum = 0;
    for (int i = 0; i < units.size(); i++) {
      Tide tide = plan.tides().get(i);
      sum += Math.min(tide.demand(timeS), (double) units.get(i).size() * tide.unit());
    }
    return sum;
  }

  /**
   * Free chips, what one job could get of them, and whether a job waits that has enough of them.
   */
  private Meter.Idle idle() {
    int free = training.free();
    boolean strands = false;
    int seen = 0;
    for (Task t : waiting) {
      strands |= t.chips() <= free;
      if (++seen == LOOKED_AT) {
        break;
      }
    }
    return new Meter.Idle(free, training.largest(), strands);
  }

  private void start(double now) {
    Iterator<Task> queue = waiting.iterator();
    for (int i = 0; i < LOOKED_AT && queue.hasNext() && training.free() > owed; i++) {
      Task task = queue.next();
      int chips = task.chips();
      Placement on = takeUnowed(chips);
      while (on == null && policy == Policy.ELASTIC && chips / 2 >= 2 * task.leastChips()) {
        // Room to shrink once more is left for the tide.
        chips /= 2;
        on = takeUnowed(chips);
      }
      if (on != null) {
        queue.remove();
        waits.add(now - task.arrivalS());
        Running r = new Running(task);
        running.add(r);
        place(r, on, now);
      }
    }
  }

  /** Users come first: what services still wait for is kept for them. */
  private Placement takeUnowed(int chips) {
    return training.free() - owed >= chips ? training.take(chips) : null;
  }

  private void place(Running r, Placement on, double now) {
    double slow = training.exchangeSlowdown(on, ratio);
    r.on = on;
    r.rate = on.total() / (1 + r.task.exchangeShare() * (slow - 1));
    r.sinceS = now;
    r.version++;
    events.add(new Event(now + r.left / r.rate, null, r, r.version));
  }

  private void finish(Running r, double now) {
    training.give(r.on);
    running.remove(r);
    finished++;
    r.left = 0;
    r.sinceS = now;
  }

  /** Services take and give back units as their load wants it. */
  private void tide(double now) {
    owed = 0;
    for (int i = 0; i < plan.tides().size(); i++) {
      Tide tide = plan.tides().get(i);
      double wanted = tide.demand(now);
      if (policy == Policy.ELASTIC) {
        wanted = Math.max(wanted, tide.demand(now + plan.leadMinutes() * 60));
      }
      List<Placement> held = units.get(i);
      int target = tide.units(wanted);
      while (held.size() > target) {
        inference.give(held.removeLast());
      }
      while (held.size() < target) {
        Placement p = inference.take(tide.unit());
        if (p == null && policy == Policy.ELASTIC && shrink(now)) {
          continue;
        }
        if (p == null) {
          owed += policy == Policy.STATIC ? 0 : (target - held.size()) * tide.unit();
          break;
        }
        held.add(p);
      }
    }
  }

  /** The largest job that can gives up half of its chips. */
  private boolean shrink(double now) {
    Running most = null;
    for (Running r : running) {
      int size = r.on.total();
      boolean can = size / 2 >= r.task.leastChips();
      if (can && (most == null || size > most.on.total())) {
        most = r;
      }
    }
    return most != null && resize(most, most.on.total() / 2, now);
  }

  /** Jobs that gave chips up get them back when nobody waits for them. */
  private void grow(double now) {
    if (policy != Policy.ELASTIC || !waiting.isEmpty()) {
      return;
    }
    for (Running r : running) {
      if (r.on.total() < r.task.chips()
          && training.free() - owed >= r.task.chips() - r.on.total()) {
        resize(r, r.task.chips(), now);
      }
    }
  }

  private boolean resize(Running r, int to, double now) {
    training.give(r.on);
    Placement next = training.take(to);
    if (next == null) {
      // Whole as it was: nothing else has been taken meanwhile.
      r.on = training.take(r.on.total());
      return false;
    }
    r.left = Math.max(0, r.left - (now - r.sinceS) * r.rate) + plan.resizeSeconds() * to;
    place(r, next, now);
    resizes++;
    return true;
  }

  private static List<Double> quantiles(double[] sorted) {
    return sorted.length == 0
        ? List.of()
        : IntStream.rangeClosed(0, QUANTILES)
            .mapToObj(i -> sorted[(int) ((long) i * (sorted.length - 1) / QUANTILES)])
            .toList();
  }

  private DayResult result() {
    double[] waited = waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double mean = Arrays.stream(waited).average().orElse(0);
    double p95 = waited.length == 0 ? 0 : waited[(int) (0.95 * (waited.length - 1))];
    return new DayResult(
        policy,
        bounded,
        meter.utilisation(),
        meter.usefulUtilisation(),
        meter.trainingUtilisation(),
        waited.length,
        finished,
        mean,
        p95,
        meter.stranded(),
        meter.fragmentation(),
        meter.unmetShare(),
        meter.peakToMean(),
        Peaks.of(plan, endS, meter.worked()),
        resizes,
        meter.course(),
        quantiles(waited));
  }
}
