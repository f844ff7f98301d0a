package supernode.interop.epanet;

/** Times as the format writes them: hours, h:mm, h:mm:ss, with a unit, AM or PM. */
final class Clock {
  static final long DAY_S = 86400;

  private Clock() {}

  static long seconds(Row row, int i) {
    if (!row.has(i)) {
      throw row.wrong("time", "");
    }
    String unit = row.key(i + 1);
    double hours = hours(row, i);
    if (unit.startsWith("SEC")) {
      hours /= 3600;
    } else if (unit.startsWith("MIN")) {
      hours /= 60;
    } else if (unit.startsWith("DAY")) {
      hours *= 24;
    } else if (unit.equals("AM") || unit.equals("PM")) {
      if (hours >= 13) {
        throw row.wrong("time", row.word(i) + " " + unit);
      }
      hours = hours % 12 + (unit.equals("PM") ? 12 : 0);
    } else if (!unit.isEmpty() && !unit.startsWith("HOUR")) {
      throw row.wrong("word", row.word(i + 1), "SEC, MIN, HOURS, DAYS, AM, PM");
    }
    if (!(hours >= 0) || hours > 1e9) {
      throw row.wrong("time", row.word(i));
    }
    return Math.round(hours * 3600);
  }

  private static double hours(Row row, int i) {
    if (row.isNumber(i)) {
      return row.number(i);
    }
    String[] parts = row.word(i).split(":", -1);
    double hours = 0;
    double share = 1;
    for (String part : parts) {
      if (parts.length > 3 || !part.matches("\\d{1,9}(\\.\\d*)?")) {
        throw row.wrong("time", row.word(i));
      }
      hours += Double.parseDouble(part) * share;
      share /= 60;
    }
    return hours;
  }
}
