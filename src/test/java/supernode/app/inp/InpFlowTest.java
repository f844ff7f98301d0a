package supernode.app.inp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.interop.epanet.InpReader;
import supernode.solve.cooling.hydraulic.Notice;

/** Files against EPANET 2.2 and closed forms. */
class InpFlowTest {
  private static final Path FOLDER = Path.of("src/test/resources/epanet");
  private static final double FT = 0.3048;

  static List<String> peers() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".inp"))
          .map(f -> f.substring(0, f.length() - 4))
          .sorted()
          .toList();
    }
  }

  private static InpFlow flow(String text, boolean epanet) {
    return InpFlow.of(InpReader.parse("net.inp", text), epanet);
  }

  private static double head(InpFlow f, String node) {
    return f.nodes().get(node).headM().orElseThrow();
  }

  private static double flow(InpFlow f, String link) {
    return f.links().get(link).flowM3S().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("peers")
  void headsAndFlowsAreThoseOfEpanet(String name) throws IOException {
    InpFlow f = InpFlow.of(InpReader.read(FOLDER.resolve(name + ".inp")), true);
    for (String line : Files.readAllLines(FOLDER.resolve(name + ".csv"))) {
      String[] said = line.split(",", -1);
      double expected = Double.parseDouble(said[2]);
      if (said[0].equals("node")) {
        assertThat(head(f, said[1])).as(line).isCloseTo(expected, offset(5e-5));
      } else {
        // A closed link of that program seeps by a flow of this size.
        assertThat(flow(f, said[1])).as(line).isCloseTo(expected, offset(5e-7));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("peers")
  // Most where a pump is given by its power: EPANET counts it in water, the studio in the fluid.
  void exactConstantsChangeLittle(String name) throws IOException {
    var network = InpReader.read(FOLDER.resolve(name + ".inp"));
    InpFlow a = InpFlow.of(network, true);
    InpFlow b = InpFlow.of(network, false);
    double largest =
        a.links().values().stream()
            .mapToDouble(l -> Math.abs(l.flowM3S().orElse(0)))
            .max()
            .orElse(1);
    for (String link : network.links().keySet()) {
      assertThat(flow(b, link)).as(link).isCloseTo(flow(a, link), offset(5e-2 * largest));
    }
  }

  /** One pipe, one draw: head lost by the formula itself. */
  @Test
  void aHazenWilliamsPipeLosesWhatTheFormulaSays() {
    InpFlow f =
        flow(
            """
            [JUNCTIONS]
            a 10 1000
            [RESERVOIRS]
            r 200
            [PIPES]
            p r a 5000 12 100
            """,
            true);
    double cfs = 1000 / 448.831;
    double feet = 4.727 * 5000 * Math.pow(100, -1.852) * Math.pow(1, -4.871) * Math.pow(cfs, 1.852);
    assertThat(head(f, "a")).isCloseTo((200 - feet) * FT, offset(1e-9));
    assertThat(flow(f, "p")).isCloseTo(1000 * 3.785411784e-3 / 60, withinPercentage(1e-10));
    assertThat(f.links().get("p").headLossM().orElseThrow()).isCloseTo(feet * FT, offset(1e-9));
    assertThat(f.nodes().get("a").pressureKPa().orElseThrow())
        .isCloseTo((190 - feet) * 0.4333 * 6.895, withinPercentage(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "CFS,0.028316846592", "GPM,6.30901964e-5", "MGD,0.0438126364", "IMGD,0.0526167824",
    "AFD,0.0142764102", "LPS,1e-3", "LPM,1.66666667e-5", "MLD,0.0115740741",
    "CMH,2.77777778e-4", "CMD,1.15740741e-5"
  })
  void everyUnitOfFlowIsItsSize(String unit, double m3s) {
    double draw = 0.02 / m3s;
    for (boolean epanet : new boolean[] {true, false}) {
      InpFlow f =
          flow(
              "[JUNCTIONS]\na 0 "
                  + draw
                  + "\n[RESERVOIRS]\nr 50\n[PIPES]\np r a 10 300 100\n"
                  + "[OPTIONS]\nUNITS "
                  + unit,
              epanet);
      assertThat(flow(f, "p")).isCloseTo(0.02, withinPercentage(1e-6));
    }
  }

  @Test
  void manningAndDarcyInMetresFollowTheirFormulas() {
    String net =
        """
        [JUNCTIONS]
        a 0 50
        [RESERVOIRS]
        r 60
        [PIPES]
        p r a 1000 200 %s
        [OPTIONS]
        UNITS LPS
        HEADLOSS %s
        VISCOSITY 1e-6
        """;
    double area = Math.PI * 0.01;
    double slope = Math.pow(0.05 * 0.013 / (area * Math.pow(0.05, 2.0 / 3)), 2);
    assertThat(60 - head(flow(net.formatted("0.013", "C-M"), false), "a"))
        .isCloseTo(1000 * slope, withinPercentage(1e-9));
    double velocity = 0.05 / area;
    double re = velocity * 0.2 / 1e-6;
    double f = 0.25 / Math.pow(Math.log10(0.1e-3 / 0.2 / 3.7 + 5.74 / Math.pow(re, 0.9)), 2);
    assertThat(60 - head(flow(net.formatted("0.1", "D-W"), false), "a"))
        .isCloseTo(f * 1000 / 0.2 * velocity * velocity / 2 / 9.80665, withinPercentage(1e-9));
    assertThat(60 - head(flow(net.formatted("0.1", "D-W"), true), "a"))
        .isCloseTo(f * 1000 / 0.2 * velocity * velocity / 64.4 / FT, withinPercentage(0.01));
  }

  private static final String TANK =
      """
      [JUNCTIONS]
      a 0 5
      [RESERVOIRS]
      r %s
      [TANKS]
      t 20 %s 0 5 10
      [PIPES]
      p r a 100 200 120
      q a t 100 200 120
      [OPTIONS]
      UNITS LPS
      """;

  @Test
  void nothingFlowsIntoAFullTankOrOutOfAnEmptyOne() {
    InpFlow full = flow(TANK.formatted("40", "5"), false);
    assertThat(flow(full, "q")).isZero();
    assertThat(full.links().get("q").status()).isEqualTo("closed");
    assertThat(flow(full, "p")).isCloseTo(0.005, withinPercentage(1e-8));
    assertThat(flow(flow(TANK.formatted("40", "4"), false), "q")).isGreaterThan(0.1);
    InpFlow empty = flow(TANK.formatted("10", "0"), false);
    assertThat(flow(empty, "q")).isZero();
    assertThat(flow(flow(TANK.formatted("10", "1"), false), "q")).isLessThan(-0.1);
  }

  @Test
  void controlsByPressureAreObeyed() {
    String net =
        """
        [JUNCTIONS]
        a 0 5
        b 0 5
        [RESERVOIRS]
        r 50
        [PIPES]
        p r a 100 200 120
        q a b 100 200 120
        s r b 100 200 120
        [CONTROLS]
        LINK q CLOSED IF NODE a ABOVE 40
        [OPTIONS]
        UNITS LPS
        """;
    InpFlow f = flow(net, false);
    assertThat(f.links().get("q").status()).isEqualTo("closed");
    assertThat(flow(f, "p")).isCloseTo(0.005, withinPercentage(1e-8));
  }

  @Test
  void pressureDemandsFallWithPressure() {
    String net =
        """
        [JUNCTIONS]
        a %s 10
        [RESERVOIRS]
        r 30
        [PIPES]
        p r a 10 300 120
        [OPTIONS]
        UNITS LPS
        DEMAND MODEL PDA
        MINIMUM PRESSURE 0
        REQUIRED PRESSURE 20
        """;
    assertThat(flow(flow(net.formatted("0"), false), "p")).isCloseTo(0.010, withinPercentage(1e-4));
    // 5 m of 20: half of the flow, but for the little lost in the pipe.
    assertThat(flow(flow(net.formatted("25"), false), "p")).isCloseTo(0.005, withinPercentage(0.1));
    assertThat(flow(flow(net.formatted("35"), false), "p")).isCloseTo(0, offset(1e-9));
  }

  @Test
  void aPartThatNothingFeedsIsSaidAndTheRestIsAnswered() {
    InpFlow f =
        flow(
            """
            [JUNCTIONS]
            a 0 5
            far 0 5
            alone 0 1
            [RESERVOIRS]
            r 30
            [PIPES]
            p r a 10 300 120
            q a far 10 300 120 Closed
            [OPTIONS]
            UNITS LPS
            """,
            false);
    assertThat(flow(f, "p")).isCloseTo(0.005, withinPercentage(1e-8));
    assertThat(f.nodes().get("far").headM()).isEmpty();
    assertThat(f.islands()).hasSize(2);
    assertThat(f.islands().getFirst().notices()).contains(new Notice(Notice.Kind.UNFED, "far"));
    assertThat(f.islands().getLast().status()).isEqualTo(InpFlow.Status.NOT_APPLICABLE);
    assertThat(f.islands().getLast().worst()).isEqualTo("alone");
  }

  @Test
  void powerPumpsKeepTheirPower() {
    InpFlow f =
        flow(
            """
            [JUNCTIONS]
            a 0 0
            b 0 20
            [RESERVOIRS]
            r 10
            [PIPES]
            p r a 10 300 120
            [PUMPS]
            u a b POWER 5
            [OPTIONS]
            UNITS LPS
            """,
            false);
    assertThat(1000 * 9.80665 * 0.02 * (head(f, "b") - head(f, "a")))
        .isCloseTo(5000, withinPercentage(1e-6));
  }
}
