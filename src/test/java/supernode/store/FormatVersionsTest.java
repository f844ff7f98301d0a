package supernode.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import supernode.design.Ambient;
import supernode.design.Arrangement;
import supernode.design.Design;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.SmallCatalog;

/** Files of every version open; those of the present one are written as they were. */
class FormatVersionsTest {
  @TempDir private Path folder;

  private static Path fixture(int version) {
    return Path.of("src/test/resources/formats/version-" + version + ".supernode.json");
  }

  @Test
  void everyVersionHasAStepAndAFixtureThatOpens() {
    assertThat(Migrations.CHAIN.stream().map(Migration::from).toList())
        .isEqualTo(IntStream.range(0, Migrations.CURRENT).boxed().toList());
    for (int version = 0; version <= Migrations.CURRENT; version++) {
      StoredDesign read = DesignReader.read(fixture(version), SmallCatalog.CATALOG);
      assertThat(read.file()).contains(fixture(version));
      StoredDesign again =
          DesignReader.read("again", DesignWriter.toBytes(read), SmallCatalog.CATALOG);
      assertThat(again.design()).isEqualTo(read.design());
      assertThat(again.view()).isEqualTo(read.view());
    }
  }

  @Test
  void versionZeroIsMovedIntoTheDefaultScenario() {
    Design design = DesignReader.read(fixture(0), SmallCatalog.CATALOG).design();
    assertThat(design.scenarios()).containsOnlyKeys("default");
    assertThat(design.scenarios().get("default").ambient())
        .isEqualTo(new Ambient(40, Ambient.DEFAULT.airC(), Ambient.DEFAULT.dewPointC()));
    assertThat(design.scenarios().get("default").faults()).containsExactly("chip[1]");
    assertThat(design.rootAssembly().placements()).containsOnlyKeys("chip", "switch");
    assertThat(design.rootAssembly().wirings().getFirst().pattern())
        .isInstanceOfSatisfying(
            Pattern.EveryToEvery.class, p -> assertThat(p.linksPerPair()).isEqualTo(9));
  }

  @Test
  void thePresentVersionIsWrittenByteForByteAsItWasRead() throws Exception {
    Path copy = Files.copy(fixture(1), folder.resolve("copy.supernode.json"));
    DesignWriter.write(DesignReader.read(copy, SmallCatalog.CATALOG), copy);
    assertThat(Files.readString(copy)).isEqualTo(Files.readString(fixture(1)));
  }

  @Test
  void theViewIsKeptAsItIs() {
    View view = DesignReader.read(fixture(1), SmallCatalog.CATALOG).view();
    assertThat(view.values())
        .containsEntry("zoom", 1.25)
        .containsEntry("entered", "tray[0]")
        .containsEntry("size", Map.of("w", 800L))
        .containsKey("panels");
  }

  @Test
  void whatASketchLeavesOutIsFilledIn() {
    String sketch =
        """
        {"format": "supernode-design", "version": 1, "design": {"root": "r", "assemblies": {"r": {
          "placements": {"a": {"of": "chip", "count": 20}, "b": {"of": "chip", "slots": [3]},
                         "c": {"of": "switch"}},
          "wirings": [{"fabric": "host", "link": "copper",
                       "pattern": {"kind": "every-to-every", "a": "a/mesh", "b": "c.mesh"}}],
          "exposes": {"x": ["a.mesh", "c[0].mesh"]}}},
         "scenarios": {"s": {"faults": "a[1]"}}}}
        """;
    Design design =
        DesignReader.read("sketch", sketch.getBytes(StandardCharsets.UTF_8), SmallCatalog.CATALOG)
            .design();
    Map<String, Placement> placements = design.rootAssembly().placements();
    assertThat(List.copyOf(placements.keySet())).containsExactly("a", "b", "c");
    assertThat(placements.get("c").arrangement())
        .as("below the three rows of a")
        .isEqualTo(new Arrangement.Grid(0, 330, 100, 100, 1, 10));
    assertThat(design.rootAssembly().exposes().get("x").getFirst()).hasToString("a[*].mesh");
    assertThat(design.scenarios()).containsOnlyKeys("default", "s");
    assertThat(design.scenarios().get("s").ambient()).isEqualTo(Ambient.DEFAULT);
  }
}
