package supernode.interop.epanet;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import supernode.interop.epanet.InpControl.Condition;

/** Writes an input file that {@link InpReader} reads back as the same network. */
public final class InpWriter {
  private final InpNetwork network;
  private final Map<String, String> names;
  private final StringBuilder out = new StringBuilder();

  private InpWriter(InpNetwork network, Map<String, String> names) {
    this.network = network;
    this.names = names;
  }

  /**
   * A file's text.
   *
   * @param names what ids stand for; written as remarks behind them
   */
  public static String text(InpNetwork network, Map<String, String> names) {
    return new InpWriter(network, names).write();
  }

  private String write() {
    section("TITLE");
    out.append(network.title()).append('\n');
    section("JUNCTIONS");
    network.nodes().values().forEach(this::junction);
    section("RESERVOIRS");
    network.nodes().values().forEach(this::reservoir);
    section("TANKS");
    network.nodes().values().forEach(this::tank);
    section("PIPES");
    network.links().values().forEach(this::pipe);
    section("PUMPS");
    network.links().values().forEach(this::pump);
    section("VALVES");
    network.links().values().forEach(this::valve);
    section("DEMANDS");
    network.nodes().values().forEach(this::demands);
    section("EMITTERS");
    for (InpNode node : network.nodes().values()) {
      if (node instanceof InpNode.Junction j && j.emitter() > 0) {
        line(j.id(), j.emitter());
      }
    }
    section("STATUS");
    network.statuses().forEach((id, s) -> line(id, word(s)));
    section("CONTROLS");
    network.controls().forEach(this::control);
    section("PATTERNS");
    network.patterns().forEach((id, factors) -> factors.forEach(f -> line(id, f)));
    section("CURVES");
    network.curves().forEach((id, points) -> points.forEach(p -> line(id, p.x(), p.y())));
    section("OPTIONS");
    options(network.options());
    section("TIMES");
    line("PATTERN TIMESTEP", network.times().patternStepS(), "SEC");
    line("PATTERN START", network.times().patternStartS(), "SEC");
    line("START CLOCKTIME", clock(network.times().startClockS()));
    section("COORDINATES");
    network.coordinates().forEach((id, p) -> line(id, p.x(), p.y()));
    out.append("\n[END]\n");
    return out.toString();
  }

  private static Object word(LinkSetting setting) {
    return setting.value().isPresent() ? setting.value().getAsDouble() : setting.status();
  }

  private void control(InpControl control) {
    String when =
        switch (control.when()) {
          case Condition.Time(long seconds) -> "AT TIME " + clock(seconds);
          case Condition.Clock(long seconds) -> "AT CLOCKTIME " + clock(seconds);
          case Condition.Level(String node, boolean above, double value) ->
              "IF NODE " + node + (above ? " ABOVE " : " BELOW ") + value;
        };
    line("LINK", control.link(), word(control.setting()), when);
  }

  private static String clock(long seconds) {
    return seconds / 3600 + ":" + seconds / 60 % 60 + ":" + seconds % 60;
  }

  private void section(String name) {
    out.append(out.isEmpty() ? "[" : "\n[").append(name).append("]\n");
  }

  private void line(Object... words) {
    for (Object word : words) {
      out.append(' ');
      out.append(
          word instanceof Double d ? Double.toString(d) : word instanceof String s ? s : "" + word);
    }
    String name = words[0] instanceof String id ? names.get(id) : null;
    if (name != null) {
      out.append(" ; ").append(name.replaceAll("\\R", " "));
    }
    out.append('\n');
  }

  private void junction(InpNode node) {
    if (node instanceof InpNode.Junction j) {
      line(j.id(), j.elevation());
    }
  }

  private void demands(InpNode node) {
    if (node instanceof InpNode.Junction j) {
      for (InpNode.Demand d : j.demands()) {
        line(j.id(), d.base(), d.pattern().orElse(""));
      }
    }
  }

  private void reservoir(InpNode node) {
    if (node instanceof InpNode.Reservoir r) {
      line(r.id(), r.elevation(), r.pattern().orElse(""));
    }
  }

  private void tank(InpNode node) {
    if (node instanceof InpNode.Tank t) {
      String overflow = t.overflows() ? "YES" : "NO";
      line(
          t.id(),
          t.elevation(),
          t.level(),
          t.lowest(),
          t.highest(),
          t.diameter(),
          0,
          "*",
          overflow);
    }
  }

  private void pipe(InpLink link) {
    if (link instanceof InpLink.Pipe p) {
      String status = p.checkValve() ? "CV" : "OPEN";
      line(
          p.id(), p.from(), p.to(), p.length(), p.diameter(), p.roughness(), p.minorLoss(), status);
    }
  }

  private void pump(InpLink link) {
    if (link instanceof InpLink.Pump p) {
      String drive =
          p.curve().map(c -> "HEAD " + c).orElseGet(() -> "POWER " + p.power().orElse(0));
      String pattern = p.pattern().map(x -> "PATTERN " + x).orElse("");
      line(p.id(), p.from(), p.to(), drive, "SPEED", p.speed(), pattern);
    }
  }

  private void valve(InpLink link) {
    if (link instanceof InpLink.Valve v) {
      Object setting = v.kind() == InpLink.ValveKind.GPV ? v.curve().orElse("") : v.setting();
      Optional<String> opening = v.kind() == InpLink.ValveKind.PCV ? v.curve() : Optional.empty();
      line(
          v.id(),
          v.from(),
          v.to(),
          v.diameter(),
          v.kind().name(),
          setting,
          v.minorLoss(),
          opening.orElse(""));
    }
  }

  private void options(InpOptions o) {
    line("UNITS", o.unit().name());
    line(
        "HEADLOSS",
        switch (o.formula()) {
          case HAZEN_WILLIAMS -> "H-W";
          case DARCY_WEISBACH -> "D-W";
          case CHEZY_MANNING -> "C-M";
        });
    line("SPECIFIC GRAVITY", o.specificGravity());
    if (o.viscosity().isPresent()) {
      line("VISCOSITY", o.viscosity().getAsDouble());
    }
    line("DEMAND MULTIPLIER", o.demandMultiplier());
    line("PATTERN", o.defaultPattern());
    line("EMITTER EXPONENT", o.emitterExponent());
    line("PRESSURE", o.pressureUnit().name());
    line("ACCURACY", "0.00001");
    out.append(String.format(Locale.ROOT, " TRIALS %d%n", 200));
  }
}
