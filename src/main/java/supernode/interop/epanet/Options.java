package supernode.interop.epanet;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import supernode.interop.epanet.InpOptions.Formula;
import supernode.interop.epanet.InpOptions.PressureUnit;

/** [OPTIONS] and [TIMES] while they are read. */
final class Options {
  /** Options that bear on numbers the studio chooses itself, or on no flow at all. */
  private static final List<String> ASIDE =
      List.of(
          "HYDRAULICS",
          "QUALITY",
          "DIFFUSIVITY",
          "TOLERANCE",
          "MAP",
          "UNBALANCED",
          "VERIFY",
          "SEGMENTS");

  /** Those among them with a number to check. */
  private static final List<String> NUMBERS =
      List.of(
          "TRIALS", "ACCURACY", "HEADERROR", "FLOWCHANGE", "CHECKFREQ", "MAXCHECK", "DAMPLIMIT");

  private FlowUnit unit = FlowUnit.GPM;
  private Formula formula = Formula.HAZEN_WILLIAMS;
  private PressureUnit pressure;
  private double gravity = 1;
  private OptionalDouble viscosity = OptionalDouble.empty();
  private double multiplier = 1;
  private boolean multiplierSaid;
  private String pattern = "1";
  private double emitterExponent = 0.5;
  private boolean backflow = true;
  private boolean pressureDemands;
  private double minimum;
  private double required = 0.1;
  private double pressureExponent = 0.5;
  private long patternStep = 3600;
  private long patternStart;
  private long startClock;

  /** A line of [DEMANDS] that multiplies them all, as in older files; whether it is one. */
  boolean multiplies(Row row) {
    boolean is = row.key(0).equals("MULTIPLY");
    if (is) {
      row.needs(2, "MULTIPLY value");
      double all = row.positive(1);
      multiplier = multiplierSaid ? multiplier : all;
    }
    return is;
  }

  void option(Row row) {
    row.needs(2, "option value");
    String key = row.key(0);
    String two = key + " " + row.key(1);
    switch (key) {
      case "UNITS" -> unit = choice(row, 1, FlowUnit.values());
      case "HEADLOSS" -> formula = formula(row);
      case "VISCOSITY" -> viscosity = OptionalDouble.of(row.positive(1));
      case "PATTERN" -> pattern = row.word(1);
      case "SPECIFIC" -> gravity = row.positive(last(row));
      case "DEMAND" -> {
        if (two.startsWith("DEMAND MODEL")) {
          pressureDemands = choice(row, 2, DemandModel.values()) == DemandModel.PDA;
        } else {
          multiplier = row.positive(last(row));
          multiplierSaid = true;
        }
      }
      case "EMITTER" -> {
        if (two.startsWith("EMITTER BACK")) {
          backflow = row.key(2).startsWith("Y");
        } else {
          emitterExponent = row.positive(last(row));
        }
      }
      case "MINIMUM" -> minimum = row.number(last(row));
      case "REQUIRED" -> required = row.positive(last(row));
      case "PRESSURE" -> {
        if (two.startsWith("PRESSURE EXP")) {
          pressureExponent = row.positive(2);
        } else {
          pressure = choice(row, 1, PressureUnit.values());
        }
      }
      default -> {
        if (NUMBERS.contains(key)) {
          row.number(1);
        } else if (!ASIDE.contains(key)) {
          throw row.wrong("option", row.word(0));
        }
      }
    }
  }

  private enum DemandModel {
    DDA,
    PDA
  }

  private static int last(Row row) {
    return row.size() - 1;
  }

  private static <T extends Enum<T>> T choice(Row row, int i, T[] among) {
    return Arrays.stream(among)
        .filter(v -> v.name().equals(row.key(i)))
        .findFirst()
        .orElseThrow(
            () -> row.wrong("word", row.has(i) ? row.word(i) : "", Arrays.toString(among)));
  }

  private static Formula formula(Row row) {
    return switch (row.key(1)) {
      case "H-W" -> Formula.HAZEN_WILLIAMS;
      case "D-W" -> Formula.DARCY_WEISBACH;
      case "C-M" -> Formula.CHEZY_MANNING;
      default -> throw row.wrong("word", row.word(1), "H-W, D-W, C-M");
    };
  }

  void time(Row row) {
    row.needs(2, "item time");
    String first = row.key(0);
    if (first.startsWith("STAT")) {
      return;
    }
    boolean paired = row.has(2) && !row.isNumber(1) && !row.word(1).contains(":");
    long seconds = Clock.seconds(row, paired ? 2 : 1);
    String key = paired ? first + " " + row.key(1) : first;
    if (key.startsWith("PATT") && row.key(1).startsWith("START")) {
      patternStart = seconds;
    } else if (key.startsWith("PATT")) {
      patternStep = seconds > 0 ? seconds : 3600;
    } else if (key.startsWith("START")) {
      startClock = seconds % Clock.DAY_S;
    } else if (!List.of("DURA", "HYDR", "QUAL", "RULE", "REPO", "MINI")
        .contains(first.substring(0, Math.min(4, first.length())))) {
      throw row.wrong("option", row.word(0));
    }
  }

  InpOptions options() {
    PressureUnit own = unit.metric() ? PressureUnit.METERS : PressureUnit.PSI;
    return new InpOptions(
        unit,
        formula,
        gravity,
        viscosity,
        multiplier,
        pattern,
        emitterExponent,
        backflow,
        pressureDemands,
        minimum,
        required,
        pressureExponent,
        pressure == null || pressure == PressureUnit.PSI || !unit.metric() ? own : pressure);
  }

  InpTimes times() {
    return new InpTimes(patternStep, patternStart, startClock);
  }
}
