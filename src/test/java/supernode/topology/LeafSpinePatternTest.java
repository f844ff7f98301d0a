package supernode.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static supernode.design.SmallRack.grid;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Scenario;
import supernode.design.Selector;
import supernode.design.SmallCatalog;
import supernode.design.Wiring;

/** A leaf-spine drawn as a pattern: its links, and the ports that its switches lack. */
class LeafSpinePatternTest {
  /** Every part has 18 ports. */
  private static final int PORTS = 18;

  private static SystemModel model(int hosts, int leaves, int spines, int linksPerPair) {
    Pattern.LeafSpine pattern =
        new Pattern.LeafSpine(
            Selector.parse("gpu[*].mesh"),
            Selector.parse("leaf[*].mesh"),
            Selector.parse("leaf[*].mesh"),
            Selector.parse("spine[*].mesh"),
            linksPerPair);
    Assembly cluster =
        new Assembly(
            "Cluster",
            Assembly.Level.CLUSTER,
            0,
            "",
            Map.of(
                "gpu", grid("gpu", hosts, 0, 0, 10, 10),
                "leaf", grid("switch", leaves, 0, 20, 10, 10),
                "spine", grid("switch", spines, 0, 40, 10, 10)),
            List.of(new Wiring("", Fabric.SCALE_OUT, "copper", 1, pattern)),
            Map.of());
    return Expansion.of(
        Design.empty("Leaf and spine", "cluster", cluster), SmallCatalog.CATALOG, Scenario.DEFAULT);
  }

  private static long cables(SystemModel model) {
    return model.links().stream().mapToLong(Link::count).sum();
  }

  @Test
  void hostsInEqualBlocksAndEachLeafToEachSpine() {
    SystemModel model = model(48, 4, 6, 1);
    assertThat(cables(model)).isEqualTo(48 + 4 * 6);
    assertThat(model.shortages()).isEmpty();
  }

  @Test
  void aLeafShortOfPortsIsNamedWithWhatItLacks() {
    SystemModel model = model(48, 4, 7, 1);
    assertThat(model.shortages())
        .hasSize(4)
        .allSatisfy(s -> {
          assertThat(s.port()).isEqualTo("mesh");
          assertThat(s.has()).isEqualTo(PORTS);
          assertThat(s.wanted()).isEqualTo(48 / 4 + 7);
        });
  }

  @Test
  void aSpineShortOfPortsIsNamedWithWhatItLacks() {
    SystemModel model = model(10, 10, 2, 2);
    assertThat(model.shortages())
        .hasSize(2)
        .allSatisfy(s -> assertThat(s.wanted()).isEqualTo(10 * 2));
    assertThat(model.shortages().stream().map(s -> model.instances().get(s.instance()).path()))
        .allSatisfy(path -> assertThat(path.toString()).startsWith("spine["));
  }

  @Test
  void aLastLeafThatIsNotFullHasTheRest() {
    assertThat(cables(model(10, 4, 1, 1))).isEqualTo(10 + 4);
  }
}
