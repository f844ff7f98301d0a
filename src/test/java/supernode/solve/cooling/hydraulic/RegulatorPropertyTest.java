package supernode.solve.cooling.hydraulic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import supernode.solve.Outcome;

/** Valves that regulate, put anywhere into random networks. */
class RegulatorPropertyTest {
  private static final double RHO = 1005;
  private static final double MU = 1.2e-3;

  private static HydraulicNetwork random(long seed, int size) {
    HydraulicNetwork plain = NetworkPropertyTest.random(seed, size);
    Random random = new Random(~seed);
    List<HydraulicLink> links = new ArrayList<>(plain.links());
    Set<Integer> held = new HashSet<>();
    for (int i = 0; i < 1 + size / 8; i++) {
      int from = 1 + random.nextInt(size - 1);
      int to = 1 + random.nextInt(size - 1);
      LinkLaw open = new FlowCoefficient(0.5 + 5 * random.nextDouble());
      double pa = 1e5 + 3e5 * random.nextDouble();
      LinkLaw law =
          switch (random.nextInt(3)) {
            case 0 -> new PressureReducing(pa, open);
            case 1 -> new PressureSustaining(pa, open);
            default -> new FlowControl(1e-3 * random.nextDouble(), open);
          };
      int keeps =
          law instanceof PressureReducing ? to : law instanceof PressureSustaining ? from : -1;
      if (from != to && (keeps < 0 || held.add(keeps))) {
        links.add(HydraulicLink.of("valve" + i, from, to, law));
      }
    }
    return new HydraulicNetwork(plain.nodes(), links);
  }

  @Property(tries = 300)
  void aValveKeepsItsSettingOrSaysWhyNot(
      @ForAll long seed, @ForAll @IntRange(min = 4, max = 40) int size) {
    HydraulicNetwork network = random(seed, size);
    Outcome<HydraulicSolution> outcome = HydraulicSolver.solve(network, RHO, MU);
    assertThat(outcome.whyNot()).isEmpty();
    HydraulicSolution s = outcome.asOptional().orElseThrow();
    double[] balance = new double[size];
    double span = 0;
    for (int k = 0; k < network.links().size(); k++) {
      HydraulicLink link = network.links().get(k);
      balance[link.from()] -= s.massFlowKgS(k);
      balance[link.to()] += s.massFlowKgS(k);
      span = Math.max(span, Math.abs(s.pressurePa(link.from()) - s.pressurePa(link.to())));
    }
    for (int v = 0; v < size; v++) {
      assertThat(balance[v] + s.inflowKgS(v)).isCloseTo(0, offset(1e-12 * RHO + 1e-11));
    }
    double slack = 1e-5 * span + 1;
    for (int k = 0; k < network.links().size(); k++) {
      HydraulicLink link = network.links().get(k);
      double before = s.pressurePa(link.from());
      double behind = s.pressurePa(link.to());
      switch (link.law()) {
        case PressureReducing(double setPa, LinkLaw _) -> {
          assertThat(s.massFlowKgS(k)).isGreaterThan(-1e-6);
          assertThat(s.state(k) == LinkState.SHUT || behind < setPa + slack).isTrue();
        }
        case PressureSustaining(double setPa, LinkLaw _) -> {
          assertThat(s.massFlowKgS(k)).isGreaterThan(-1e-6);
          assertThat(s.state(k) == LinkState.SHUT || before > setPa - slack).isTrue();
        }
        case FlowControl(double setM3S, LinkLaw _) ->
            assertThat(s.flowM3S(k)).isLessThan(setM3S * (1 + 1e-6) + 1e-9);
        default -> {}
      }
    }
  }
}
