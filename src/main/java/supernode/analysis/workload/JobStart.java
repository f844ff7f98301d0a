package supernode.analysis.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import supernode.design.Setting;
import supernode.design.Workload;

/** Workloads to begin with: what is asked most, of a size that suits the machine. */
public final class JobStart {
  private static final String MODEL = "llama3-8b";
  private static final int LEAST_BATCH = 256;

  private JobStart() {}

  /**
   * A workload that can be carried out on most machines.
   *
   * @param chips of the machine; 1 where it is not known
   */
  public static Workload of(Workload.Kind kind, int chips) {
    return new Workload(
        kind,
        switch (kind) {
          case TRAIN ->
              group(
                  Map.entry("model", word(MODEL)),
                  Map.entry("batch", amount(chips * Math.ceilDiv(LEAST_BATCH, chips))),
                  Map.entry("strategy", group(Map.entry("search", new Setting.Truth(true)))));
          case SERVE ->
              group(
                  Map.entry("model", word(MODEL)),
                  Map.entry(
                      "requests",
                      group(
                          Map.entry("inputTokens", amount(2000)),
                          Map.entry("outputTokens", amount(300)),
                          Map.entry("perSecond", amount(10)))),
                  Map.entry(
                      "objective",
                      group(
                          Map.entry("ttftSeconds", amount(2)),
                          Map.entry("tpotSeconds", amount(0.05)))));
          case SCHEDULE ->
              group(
                  Map.entry("hours", amount(24)),
                  Map.entry("classes", new Setting.Listing(List.of(jobs(chips)))),
                  Map.entry("services", new Setting.Listing(List.of(service(chips)))));
        });
  }

  /** Jobs of one kind that a day may have. */
  public static Setting.Group jobs(int chips) {
    return group(
        Map.entry("kind", word("training")),
        Map.entry("count", amount(50)),
        Map.entry("chips", new Setting.Listing(List.of(amount(Math.max(1, chips / 8))))),
        Map.entry("meanHours", amount(4)));
  }

  /** One job that a day may have, at its hour. */
  public static Setting.Group listed(int chips) {
    return group(
        Map.entry("kind", word("training")),
        Map.entry("arrivalHours", amount(9)),
        Map.entry("chips", amount(Math.max(1, chips / 8))),
        Map.entry("hours", amount(4)));
  }

  /** A service that a day may have. */
  public static Setting.Group service(int chips) {
    return group(
        Map.entry("name", word("inference")),
        Map.entry("peakChips", amount(Math.max(1, chips / 4))));
  }

  /** A name that none of the others has. */
  public static String name(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  private static Setting amount(double value) {
    return new Setting.Amount(value);
  }

  private static Setting word(String value) {
    return new Setting.Word(value);
  }

  @SafeVarargs
  private static Setting.Group group(Map.Entry<String, ? extends Setting>... members) {
    Map<String, Setting> all = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends Setting> e : members) {
      all.put(e.getKey(), e.getValue());
    }
    return new Setting.Group(all);
  }
}
