package supernode.interop.epanet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import supernode.interop.epanet.InpControl.Condition;
import supernode.interop.epanet.LinkSetting.Status;

/**
 * A network at time 0: patterns at their start, statuses, then the controls whose condition holds
 * by time or tank level. Controls by a junction's pressure wait for a solution.
 *
 * @param settings of every link
 */
public record StartState(InpNetwork network, Map<String, LinkSetting> settings) {
  public StartState {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  public static StartState of(InpNetwork network) {
    Map<String, LinkSetting> settings = new LinkedHashMap<>();
    for (InpLink link : network.links().values()) {
      LinkSetting said = network.statuses().get(link.id());
      settings.put(link.id(), said == null ? own(link) : merged(link, own(link), said));
    }
    StartState state = new StartState(network, settings);
    for (InpLink link : network.links().values()) {
      if (link instanceof InpLink.Pump p && p.pattern().isPresent()) {
        double speed = state.factor(p.pattern());
        settings.put(link.id(), speed > 0 ? LinkSetting.active(speed) : CLOSED);
      }
    }
    for (InpControl control : network.controls()) {
      if (state.holds(control.when())) {
        InpLink link = network.links().get(control.link());
        settings.put(link.id(), merged(link, settings.get(link.id()), control.setting()));
      }
    }
    return new StartState(network, settings);
  }

  private static final LinkSetting CLOSED = LinkSetting.of(Status.CLOSED);

  private static LinkSetting own(InpLink link) {
    return switch (link) {
      case InpLink.Pipe _ -> LinkSetting.of(Status.OPEN);
      case InpLink.Pump p -> p.speed() > 0 ? LinkSetting.active(p.speed()) : CLOSED;
      case InpLink.Valve v -> LinkSetting.active(v.setting());
    };
  }

  /** A setting put on top of another. An opened pump runs at its full speed, as in EPANET. */
  private static LinkSetting merged(InpLink link, LinkSetting before, LinkSetting said) {
    return switch (link) {
      case InpLink.Pipe _ -> said;
      case InpLink.Pump _ -> said.status() == Status.OPEN ? LinkSetting.active(1) : said;
      case InpLink.Valve _ ->
          said.status() == Status.ACTIVE && said.value().isEmpty()
              ? new LinkSetting(
                  Status.ACTIVE,
                  before.value().isPresent()
                      ? before.value()
                      : OptionalDouble.of(((InpLink.Valve) link).setting()))
              : said;
    };
  }

  private boolean holds(Condition when) {
    return switch (when) {
      case Condition.Time(long seconds) -> seconds == 0;
      case Condition.Clock(long seconds) -> network.times().startClockS() == seconds;
      case Condition.Level(String id, boolean above, double value) ->
          switch (network.nodes().get(id)) {
            case InpNode.Junction _ -> false;
            case InpNode.Tank tank -> above ? tank.level() >= value : tank.level() <= value;
            case InpNode.Reservoir _ -> true;
          };
    };
  }

  /** Value of a pattern at time 0; 1 for none. */
  public double factor(Optional<String> pattern) {
    return pattern
        .map(network.patterns()::get)
        .filter(factors -> !factors.isEmpty())
        .map(factors -> {
          long step = network.times().patternStartS() / network.times().patternStepS();
          return factors.get((int) (step % factors.size()));
        })
        .orElse(1.0);
  }

  /** What a junction draws, in the file's unit of flow. */
  public double demand(InpNode.Junction junction) {
    String standard = network.options().defaultPattern();
    Optional<String> other =
        network.patterns().containsKey(standard) ? Optional.of(standard) : Optional.empty();
    double sum = 0;
    for (InpNode.Demand d : junction.demands()) {
      sum += d.base() * factor(d.pattern().or(() -> other));
    }
    return sum * network.options().demandMultiplier();
  }

  /**
   * The settings after junction controls whose condition holds; the same where none does.
   *
   * @param pressure of a junction, in the file's unit; NaN where there is none
   * @param tolerance by which a pressure may miss its mark
   */
  public StartState switched(ToDoubleFunction<String> pressure, double tolerance) {
    Map<String, LinkSetting> next = new LinkedHashMap<>(settings);
    for (InpControl control : network.controls()) {
      if (control.when() instanceof Condition.Level(String id, boolean above, double value)
          && network.nodes().get(id) instanceof InpNode.Junction) {
        double p = pressure.applyAsDouble(id);
        InpLink link = network.links().get(control.link());
        if (above ? p >= value - tolerance : p <= value + tolerance) {
          next.put(link.id(), merged(link, next.get(link.id()), control.setting()));
        }
      }
    }
    return next.equals(settings) ? this : new StartState(network, next);
  }

  /** Points of a link's curve. */
  public List<InpNetwork.CurvePoint> curve(String id) {
    return network.curves().getOrDefault(id, List.of());
  }
}
