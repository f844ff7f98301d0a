package supernode.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static supernode.design.SmallRack.grid;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.DirectNetwork;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Scenario;
import supernode.design.Selector;
import supernode.design.SmallCatalog;
import supernode.design.Wiring;

/** Direct networks drawn as a pattern have the links that their definition gives them. */
class DirectPatternTest {
  private static final Selector CHIPS = Selector.parse("gpu[*].mesh");

  private static Design design(int members, DirectNetwork network) {
    Assembly chips =
        new Assembly(
            "Chips",
            Assembly.Level.CLUSTER,
            0,
            "",
            Map.of("gpu", grid("gpu", members, 0, 0, 10, 10)),
            List.of(
                new Wiring(
                    "", Fabric.SCALE_UP, "copper", 1, new Pattern.Direct(CHIPS, network, 2))),
            Map.of());
    return Design.empty("Direct", "chips", chips);
  }

  static List<Arguments> networks() {
    return List.of(
        Arguments.of(new DirectNetwork.Torus(List.of(4, 4, 4), 0), 64, 6, 192),
        Arguments.of(new DirectNetwork.Torus(List.of(4, 8), 2), 32, 4, 64),
        Arguments.of(new DirectNetwork.Mesh(List.of(4, 3)), 12, 4, 17),
        Arguments.of(new DirectNetwork.HyperX(List.of(8, 8)), 64, 14, 448),
        Arguments.of(new DirectNetwork.Dragonfly(4, 2, 9), 36, 5, 90),
        Arguments.of(new DirectNetwork.SlimFly(5), 50, 7, 175),
        Arguments.of(new DirectNetwork.Jellyfish(4, 1), 20, 4, 40));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void linksAndDegreesAreThoseOfTheDefinition(
      DirectNetwork network, int members, int mostLinks, int pairs) {
    Design design = design(members, network);
    SystemModel model = Expansion.of(design, SmallCatalog.CATALOG, Scenario.DEFAULT);
    int[] degree = new int[members];
    for (Link l : model.links()) {
      degree[l.a()]++;
      degree[l.b()]++;
      assertThat(l.count()).isEqualTo(2);
      assertThat(l.a()).isNotEqualTo(l.b());
    }
    assertThat(model.links()).hasSize(pairs);
    assertThat(java.util.Arrays.stream(degree).max()).hasValue(mostLinks);
    assertThat(new WiringCount(design, SmallCatalog.CATALOG).links("chips", pattern(design)))
        .isEqualTo(2L * pairs);
  }

  private static Pattern pattern(Design design) {
    return design.rootAssembly().wirings().getFirst().pattern();
  }

  @Test
  void missingMembersLeaveTheirLinksOut() {
    DirectNetwork torus = new DirectNetwork.Torus(List.of(4, 4), 0);
    SystemModel model = Expansion.of(design(15, torus), SmallCatalog.CATALOG, Scenario.DEFAULT);
    assertThat(model.links()).hasSize(32 - 4);
  }
}
