package supernode.solve.network.collective;

import java.util.List;

/**
 * What an algorithm does.
 *
 * @param stages one after the other
 * @param chunked whether the data goes through the stages in chunks, so that they overlap
 */
record Schedule(List<Stage> stages, boolean chunked) {
  Schedule {
    stages = List.copyOf(stages);
  }

  static Schedule of(Stage... stages) {
    return new Schedule(List.of(stages), false);
  }
}
