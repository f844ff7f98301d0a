package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CollectiveCommandTest {
  private static final String H100 = "sample-designs/hgx-h100.supernode.json";
  private static final String MI300X = "sample-designs/mi300x-mesh.supernode.json";
  private static final String NVL72 = "sample-designs/gb200-nvl72.supernode.json";

  private static final String RAIL = "sample-designs/h100-rail-1024.supernode.json";

  @TempDir private Path folder;

  private static JsonNode json(String... args) {
    List<String> all = new ArrayList<>(List.of("collective"));
    all.addAll(Arrays.asList(args));
    all.addAll(List.of("--json", "--lang", "en"));
    Said said = Said.to(all.toArray(String[]::new));
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                SchemaLocation.of("classpath:assets/schema/supernode-collective-1.schema.json"));
    assertThat(schema.validate(said.out(), InputFormat.JSON)).isEmpty();
    return JsonMapper.shared().readTree(said.out());
  }

  private static JsonNode run(JsonNode root, String mode, String algorithm) {
    for (JsonNode run : root.at("/results/0/" + mode + "/algorithms")) {
      if (run.get("algorithm").stringValue().equals(algorithm)) {
        return run;
      }
    }
    throw new AssertionError(algorithm + " in " + root);
  }

  @Test
  void eightH100ReduceAsMeasured() {
    JsonNode root = json("all-reduce", "--size", "8GiB", "--on", H100);
    assertThat(root.at("/busFactor").doubleValue()).isEqualTo(1.75);
    assertThat(root.at("/results/0/calibrated/best").stringValue()).isEqualTo("in-network");
    assertThat(run(root, "calibrated", "in-network").get("busGBps").doubleValue())
        .isCloseTo(480, Percentage.withPercentage(5));
    JsonNode ring = run(root, "calibrated", "ring");
    assertThat(ring.get("busGBps").doubleValue()).isCloseTo(370, Percentage.withPercentage(3));
    assertThat(ring.get("constants")).isNotEmpty();
    assertThat(ring.at("/bottleneck/linkGBps").doubleValue()).isEqualTo(25);
    assertThat(run(root, "bound", "ring").get("wireUtilisationMax").doubleValue())
        .isCloseTo(1, within(0.01));
  }

  @Test
  void twoChipsOfAMeshReduceAtOneLink() {
    JsonNode root = json("allreduce", "--size", "10GB", "--on", MI300X, "--ranks", "0,1");
    assertThat(root.get("ranks").intValue()).isEqualTo(2);
    assertThat(root.at("/results/0/bound/algorithms/0/busGBps").doubleValue())
        .isCloseTo(64, Percentage.withPercentage(0.1));
    assertThat(root.get("refused").toString()).contains("in-network");
  }

  @Test
  void ranksAreChosenByPathAndFailedOnesLeftOut() {
    String tray = "compute[0..1].gpu[*]";
    assertThat(
            json("all-gather", "--size", "1MiB", "--on", NVL72, "--ranks", tray)
                .get("ranks")
                .intValue())
        .isEqualTo(8);
    JsonNode failed = json("all-gather", "--size", "1MiB", "--on", NVL72, "--fail", "compute[3]");
    assertThat(failed.get("ranks").intValue()).isEqualTo(68);
    assertThat(failed.get("dims").toString()).isEqualTo("[4,17]");
  }

  @Test
  void nodesOfAClusterReachEachOtherThroughTheirNics() {
    JsonNode root =
        json(
            "all-reduce", "--size", "16GiB", "--on", RAIL, "--ranks", "unit[0].rack[0].node[0..3]");
    assertThat(root.get("ranks").intValue()).isEqualTo(32);
    JsonNode best = root.at("/results/0/calibrated/best");
    JsonNode run = run(root, "calibrated", best.stringValue());
    assertThat(run.get("busGBps").doubleValue()).isCloseTo(330.9, Percentage.withPercentage(8));
    assertThat(run.at("/bottleneck/fabric").stringValue()).isEqualTo("scale-out");
  }

  @Test
  void aFailedSwitchCostsItsShare() {
    String[] ask = {"all-reduce", "--size", "100GB", "--on", NVL72, "--algorithm", "direct"};
    double whole = run(json(ask), "bound", "direct").get("busGBps").doubleValue();
    String[] less = Arrays.copyOf(ask, ask.length + 2);
    less[ask.length] = "--fail";
    less[ask.length + 1] = "fabric[3].switch[0]";
    double left = run(json(less), "bound", "direct").get("busGBps").doubleValue();
    assertThat(left / whole).isCloseTo(17.0 / 18, within(1e-3));
  }

  @Test
  void ranksLieAsToldOrAsWired() throws Exception {
    Path machine = folder.resolve("ring.json");
    Files.writeString(machine, "{\"kind\":\"torus\",\"dims\":[4,4,4],\"linkGBps\":50}");
    JsonNode told =
        json("all-reduce", "--size", "64GB", "--on", machine.toString(), "--dims", "16x4");
    assertThat(told.get("dims").toString()).isEqualTo("[16,4]");
    Said wrong =
        Said.to(
            "collective",
            "all-reduce",
            "--size",
            "1MB",
            "--on",
            machine.toString(),
            "--dims",
            "4x5",
            "--lang",
            "en");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("hold 20 ranks, but 64 take part");
  }

  @Test
  void aPodIsAnsweredAlongTheAxesThatItIsWiredBy() {
    JsonNode pod =
        json(
            "all-reduce",
            "--size",
            "64GiB",
            "--on",
            "sample-designs/tpu-v4-pod.supernode.json",
            "--algorithm",
            "rotated");
    assertThat(pod.get("dims").toString()).isEqualTo("[16,16,16]");
    JsonNode run = run(pod, "bound", "rotated");
    // Six links of 50 GB/s a chip, all busy: bus bandwidth is what they carry together.
    assertThat(run.get("busGBps").doubleValue()).isCloseTo(300, Percentage.withPercentage(2));
  }

  @Test
  void eightThousandRanksSendToAll() {
    JsonNode all =
        json(
            "all-to-all",
            "--size",
            "64GiB",
            "--on",
            "sample-designs/atlas950-superpod.supernode.json");
    assertThat(all.get("ranks").intValue()).isEqualTo(8192);
    assertThat(run(all, "bound", "direct").get("wireUtilisationMax").doubleValue())
        .isCloseTo(1, within(1e-3));
    assertThat(all.get("refused").toString()).contains("bruck").contains("pairwise");
  }

  @Test
  void sizesAreOneOrAListOrARange() {
    JsonNode results =
        json("p2p", "--size", "1 KiB,1MB,1MiB..4MiB:x2", "--on", H100).get("results");
    assertThat(results).hasSize(5);
    assertThat(results.get(0).get("sizeBytes").doubleValue()).isEqualTo(1024);
    assertThat(results.get(1).get("sizeBytes").doubleValue()).isEqualTo(1e6);
    assertThat(results.get(4).get("sizeBytes").doubleValue()).isEqualTo(4194304);
  }

  @Test
  void aMachineMayBeOneLine() throws Exception {
    Path machine = folder.resolve("cluster.json");
    Files.writeString(
        machine,
        """
        {"kind":"switch","ranks":32,"ranksPerNode":8,"linkGBps":450,"nicGBps":50,
         "protocol":"NVLink4","reducing":true}
        """);
    JsonNode root = json("all-reduce", "--size", "16GiB", "--on", machine.toString());
    JsonNode best = root.at("/results/0/calibrated/best");
    assertThat(run(root, "calibrated", best.stringValue()).get("busGBps").doubleValue())
        .isCloseTo(330.9, Percentage.withPercentage(8));
    Files.writeString(machine, "{\"kind\":\"full-mesh\",\"ranks\":8,\"linkGBps\":64}");
    JsonNode mesh =
        json("all-reduce", "--size", "1GB", "--on", machine.toString(), "--ranks", "0..1");
    assertThat(mesh.at("/results/0/bound/algorithms/0/busGBps").doubleValue())
        .isCloseTo(64, Percentage.withPercentage(0.1));
    Files.writeString(machine, "{\"kind\":\"torus\",\"dims\":[4,4,4],\"linkGBps\":50}");
    JsonNode torus = json("all-to-all", "--size", "64GB", "--on", machine.toString());
    // 8 b / k with rings of four, but for the part that stays.
    assertThat(run(torus, "bound", "direct").get("algorithmGBps").doubleValue())
        .isCloseTo(100, Percentage.withPercentage(0.1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reduce-all | 1GiB    |            |             | no collective
          all-reduce | 0       |            |             | more than 0 B
          all-reduce | -1MB    |            |             | more than 0 B
          all-reduce | much    |            |             | is no size
          all-reduce | 1B..1TiB:x1.01 |     |             | more than 200 sizes
          all-reduce | 1MB     | 3          |             | at least two ranks
          all-reduce | 1MB     | 0..99      |             | names no live accelerator
          all-reduce | 1MB     | gpu[8]     |             | names no live accelerator
          all-reduce | 1MB     |            | star        | no algorithm for all-reduce
          all-reduce | 1MB     |            | in-network-tree | several nodes
          all-gather | 1MB     |            | tree        | no algorithm for all-gather
          """)
  void badInputIsOneSentence(
      String op, String size, String ranks, String algorithm, String sentence) {
    List<String> args =
        new ArrayList<>(List.of("collective", op, "--size", size, "--on", H100, "--lang", "en"));
    if (ranks != null) {
      args.addAll(List.of("--ranks", ranks));
    }
    if (algorithm != null) {
      args.addAll(List.of("--algorithm", algorithm));
    }
    Said said = Said.to(args.toArray(String[]::new));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err().strip()).contains(sentence).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"kind":"blob","ranks":8,"linkGBps":64}          | no kind of machine
          {"kind":"ring","ranks":1,"linkGBps":64}          | ranks
          {"kind":"ring","ranks":1e9,"linkGBps":64}        | ranks
          {"kind":"ring","ranks":8}                        | linkGBps
          {"kind":"ring","ranks":8,"linkGBps":0}           | linkGBps
          {"kind":"ring","ranks":8,"linkGBps":1,"x":2}     | “x” is not known
          {"kind":"torus","dims":[0,4],"linkGBps":64}      | dims
          {"kind":"torus","dims":[99999,99999],"linkGBps":1} | dims
          {"kind":"ring",                                  | JSON
          """)
  void aMachineThatIsNoneIsRefused(String text, String sentence) throws Exception {
    Path machine = folder.resolve("machine.json");
    Files.writeString(machine, text);
    Said said =
        Said.to(
            "collective",
            "all-reduce",
            "--size",
            "1MB",
            "--on",
            machine.toString(),
            "--lang",
            "en");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err().strip()).contains(sentence).contains("machine.json").hasLineCount(1);
  }
}
