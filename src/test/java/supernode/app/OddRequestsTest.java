package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams of requests that nobody has in mind: an answer, or a sentence with what holds. */
class OddRequestsTest {
  private static final String[] NUMBERS = {
    "0", "-1", "1e-9", "0.1", "1", "3", "64", "1000", "99999", "1e6", "1e9", "1e308", "\"x\"",
    "null"
  };

  private static final String[] KEYS = {
    "requests.perSecond",
    "requests.burst",
    "requests.inputTokens",
    "requests.outputTokens",
    "requests.prefixReuse",
    "requests.reuseGBps",
    "requests.perUserHour",
    "objective.ttftSeconds",
    "objective.tpotSeconds",
    "options.speculativeTokens",
    "options.acceptance",
    "options.reserve",
    "options.poolGB",
    "options.poolGBps",
    "options.maxBatch",
    "options.maxPrefillTokens",
    "decode.tp",
    "decode.replicas",
    "decode.instances",
    "decode.firstChip",
    "prefill.tp",
    "prefill.instances",
    "transfer.GBps",
    "transfer.pieces"
  };

  private static String job(SplittableRandom random) {
    List<String> set = new ArrayList<>();
    String[] groups = {"requests", "objective", "options", "decode", "prefill", "transfer"};
    int changes = 1 + random.nextInt(3);
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      changed.add(KEYS[random.nextInt(KEYS.length)]);
    }
    for (String group : groups) {
      List<String> members = new ArrayList<>();
      if (group.equals("requests")) {
        members.add("\"count\": 300");
        for (String base : List.of("perSecond", "inputTokens", "outputTokens")) {
          if (!changed.contains("requests." + base)) {
            members.add("\"" + base + "\": " + (base.equals("perSecond") ? 5 : 200));
          }
        }
      }
      changed.stream()
          .distinct()
          .filter(k -> k.startsWith(group + "."))
          .forEach(k ->
              members.add(
                  "\""
                      + k.substring(k.indexOf('.') + 1)
                      + "\": "
                      + NUMBERS[random.nextInt(NUMBERS.length)]));
      if (!members.isEmpty()) {
        set.add("\"" + group + "\": {" + String.join(", ", members) + "}");
      }
    }
    return "{\"model\": \"llama3-8b\", \"machine\": {\"chip\": \"h100-sxm\", \"count\": 16,"
        + " \"domainSize\": 8, \"scaleUpGBps\": 450, \"scaleOutGBps\": 50}, "
        + String.join(", ", set)
        + "}";
  }

  @Property(tries = 40)
  void everyStreamIsAnsweredOrRefusedInASentence(@ForAll @LongRange(min = 0) long seed)
      throws IOException {
    String job = job(new SplittableRandom(seed));
    Path file = Files.createTempFile("odd", ".json");
    try {
      Files.writeString(file, job);
      Said said = Said.to("serve", file.toString(), "--json", "--lang", "en");
      if (said.code() == 0) {
        TrainCommandTest.assertValid("supernode-serve-1", said.out());
        assertThat(said.out()).as(job).doesNotContain("NaN", "Infinity");
      } else {
        assertThat(said.code()).as(job).isEqualTo(2);
        assertThat(said.err().lines()).as(job).hasSize(1);
        assertThat(said.err()).as(job).doesNotContain("Exception", "null pointer");
      }
    } finally {
      Files.delete(file);
    }
  }

  private static final String BASE =
      "{\"model\": \"llama3-8b\", \"machine\": {\"chip\": \"h100-sxm\", \"count\": 8,"
          + " \"domainSize\": 8, \"scaleUpGBps\": 450}, \"requests\": {\"inputTokens\": 200,"
          + " \"outputTokens\": 100, \"perSecond\": 5, \"burst\": 1, \"count\": 500},"
          + " \"objective\": {\"ttftSeconds\": 1}}";

  /** The nearest that holds stands in the sentence. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "perSecond": 5     | "perSecond": 0      | 0.000000001
          "perSecond": 5     | "perSecond": 1e12   | 1,000,000,000
          "burst": 1         | "burst": 1e6        | 10
          "inputTokens": 200 | "inputTokens": 1e15 | 100,000,000
          "inputTokens": 200 | "inputTokens": 9e7  | but a replica keeps
          "ttftSeconds": 1   | "ttftSeconds": 1e-6 | the nearest that it keeps is
          """)
  void whatIsBeyondIsToldTheNearest(String from, String to, String said) throws IOException {
    assertThat(BASE).contains(from);
    Path file = Files.createTempFile("odd", ".json");
    try {
      Files.writeString(file, BASE.replace(from, to));
      Said answer = Said.to("serve", file.toString(), "--lang", "en");
      assertThat(answer.code()).isEqualTo(2);
      assertThat(answer.err()).contains(said).hasLineCount(1);
    } finally {
      Files.delete(file);
    }
  }
}
