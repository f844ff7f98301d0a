package supernode.interop.sheet;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A port in a cell: "signal=NVLink5 lanes=2 rateGBps=50 count=18". */
final class PortCell {
  private static final List<String> NUMBERS = List.of("lanes", "rateGBps", "count", "voltageV");
  private static final List<String> WORDS = List.of("signal", "fluid", "power", "heat");

  private PortCell() {}

  /**
   * @return the first word that says nothing of a port, or says it again
   */
  static Optional<String> read(String cell, ObjectNode port) {
    for (String word : cell.split("\\s+(?=[A-Za-z]+=)")) {
      String[] pair = word.split("=", 2);
      if (pair.length < 2 || port.has(pair[0])) {
        return Optional.of(word);
      }
      if (WORDS.contains(pair[0])) {
        port.put(pair[0], pair[1]);
      } else if (NUMBERS.contains(pair[0]) && pair[1].matches("[0-9.]{1,15}([eE][0-9]{1,2})?")) {
        try {
          port.put(pair[0], Double.parseDouble(pair[1]));
        } catch (NumberFormatException _) {
          return Optional.of(word);
        }
      } else {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }
}
