package supernode.design;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import supernode.quantity.Text;

/**
 * What a scenario puts on the machine.
 *
 * @param job as in a job file, without the machine, for which the design stands
 */
public record Workload(Kind kind, Setting.Group job) {
  /** Most values of a job. */
  public static final int MAX_VALUES = 10_000;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  /** What is done with a model. */
  public enum Kind {
    TRAIN("train"),
    SERVE("serve"),
    SCHEDULE("schedule");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  /** What speaks against it, whatever the design. */
  List<Text> problems(String name) {
    List<Text> problems = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      problems.add(Text.of("design.workloadName", name));
    }
    if (job.size() > MAX_VALUES) {
      problems.add(Text.of("design.workloadLong", name, MAX_VALUES));
    }
    if (job.members().containsKey("machine")) {
      problems.add(Text.of("design.workloadMachine", name));
    }
    return problems;
  }
}
