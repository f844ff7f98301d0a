package supernode.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import supernode.analysis.loop.Incident;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.cooling.dynamic.TransientEvent;

/**
 * A loop over time after something happened to it, told in places of the design.
 *
 * @param timeS times of all series, rising from 0
 * @param chips every chip on a plate
 * @param parts coolant where it leaves each part of the loop
 * @param units distribution units
 * @param pumps flow through each pump
 * @param pipes what the hoses carry at a time
 * @param events what happened, in order of time
 * @param results headline numbers: time to throttle and to trip, hottest junction
 * @param lowC lower end of a scale for all temperatures of the run
 * @param highC upper end of it
 */
@SuppressWarnings("ArrayRecordComponent") // series to be drawn, never compared
public record TransientAnswer(
    Incident incident,
    double[] timeS,
    List<Chip> chips,
    List<Series> parts,
    List<Unit> units,
    List<Series> pumps,
    DoubleFunction<PipeFlows> pipes,
    List<Event> events,
    List<Result> results,
    double lowC,
    double highC) {
  public TransientAnswer {
    chips = List.copyOf(chips);
    parts = List.copyOf(parts);
    units = List.copyOf(units);
    pumps = List.copyOf(pumps);
    events = List.copyOf(events);
    results = List.copyOf(results);
  }

  /**
   * A chip.
   *
   * @param limitC where it gives way; infinite without a public limit
   * @param memoryC empty without memory of known resistance
   * @param powerShare of its power that it takes
   */
  public record Chip(
      String place, double limitC, double[] junctionC, double[] memoryC, double[] powerShare) {}

  /** Values at a place over time, SI. */
  public record Series(String place, double[] values) {}

  /** A distribution unit: coolant to and from the racks, facility water before it. */
  public record Unit(String place, double[] supplyC, double[] returnC, double[] facilityC) {}

  /** Something that happens on the way. */
  public record Event(double timeS, TransientEvent.Kind kind, String place, Text text) {}

  /** How long the run is. */
  public double durationS() {
    return timeS[timeS.length - 1];
  }

  public OptionalDouble throttleS() {
    return first(TransientEvent.Kind.THROTTLED);
  }

  public OptionalDouble tripS() {
    return first(TransientEvent.Kind.TRIPPED);
  }

  private OptionalDouble first(TransientEvent.Kind kind) {
    return events.stream().filter(e -> e.kind() == kind).mapToDouble(Event::timeS).findFirst();
  }

  /** A series at a time, straight between its samples. */
  public double at(double[] series, double seconds) {
    int found = Arrays.binarySearch(timeS, seconds);
    if (found >= 0) {
      return series[found];
    }
    int next = -found - 1;
    if (next == 0 || next == timeS.length) {
      return series[Math.min(next, timeS.length - 1)];
    }
    double share = (seconds - timeS[next - 1]) / (timeS[next] - timeS[next - 1]);
    return series[next - 1] + share * (series[next] - series[next - 1]);
  }

  /** Temperatures at a time, to colour the drawing by; on one scale for the whole run. */
  public OverlayValues temperatures(double seconds) {
    Map<String, Double> byPlace = new HashMap<>();
    parts.forEach(p -> byPlace.put(p.place(), at(p.values(), seconds)));
    chips.forEach(c -> byPlace.put(c.place(), at(c.junctionC(), seconds)));
    return new OverlayValues(Overlay.TEMPERATURE, Dimension.TEMPERATURE, byPlace, lowC, highC);
  }
}
