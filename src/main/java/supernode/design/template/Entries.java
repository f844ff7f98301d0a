package supernode.design.template;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import supernode.quantity.Text;

/** Values as they were typed, by the name of the parameter. */
record Entries(Map<String, String> values) {
  String text(String key, String otherwise) {
    return values.getOrDefault(key, otherwise).strip();
  }

  int whole(String key, int otherwise, int least, int most) {
    String text = text(key, String.valueOf(otherwise));
    boolean number = text.matches("\\d{1,9}");
    int value = number ? Integer.parseInt(text) : -1;
    if (!number || value < least || value > most) {
      int nearest =
          number || text.matches("\\d+")
              ? Math.clamp(number ? value : most, least, most)
              : otherwise;
      throw new Refusal(key, Text.of("template.range", key, text, least, most, nearest));
    }
    return value;
  }

  <E extends Enum<E>> E constant(String key, E otherwise, E[] all) {
    String text = text(key, Parameters.key(otherwise));
    return Arrays.stream(all)
        .filter(e -> Parameters.key(e).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                key,
                Text.of(
                    "template.choice",
                    key,
                    text,
                    Arrays.stream(all).map(Parameters::key).collect(Collectors.joining(", ")))));
  }
}
