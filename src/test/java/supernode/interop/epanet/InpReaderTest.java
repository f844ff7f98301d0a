package supernode.interop.epanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.interop.epanet.LinkSetting.Status;
import supernode.quantity.Messages;

class InpReaderTest {
  private static final String SMALL =
      """
      [TITLE]
      A small one ; not a comment here
      [PIPES]
      ; before its nodes
      p1 r "the tap" 100 200 110 2.5 CV
      p2 r tank 100 200 110 Closed
      [PUMPS]
      u1 r tank SPEED 0.9 HEAD c PATTERN day
      [VALVES]
      v1 tap2, tap3, 100 PRV 25 0
      [JUNCTIONS]
      "the tap" 10 5 day
      tap2 3
      tap3 4 7
      [RESERVOIRS]
      r 80 day
      [TANKS]
      tank 50 2 1 4 10 0 * YES
      [CURVES]
      c 0 40
      c 10 30 20 10
      [PATTERNS]
      day 1 2
      day 0.5
      [DEMANDS]
      tap3 1
      tap3 2 day
      [EMITTERS]
      tap2 0.4
      [STATUS]
      v1 30
      [CONTROLS]
      LINK u1 Closed IF NODE tank ABOVE 1.5
      LINK p2 OPEN AT CLOCKTIME 2 PM
      [RULES]
      RULE 1
      IF TANK tank LEVEL > 3
      THEN PUMP u1 STATUS IS CLOSED
      [OPTIONS]
      Units LPS
      Headloss H-W
      Demand Multiplier 2
      Specific Gravity 0.98
      Emitter Exponent 0.6
      Trials 40
      [TIMES]
      Pattern Timestep 2:00
      Pattern Start 4:30
      Start ClockTime 2 pm
      [END]
      anything at all
      """;

  private static String said(String text) {
    try {
      InpReader.parse("net.inp", text);
      throw new AssertionError("it was read");
    } catch (InpException e) {
      return new Messages(Locale.ENGLISH).say(e.text());
    }
  }

  @Test
  void sectionsMayComeInAnyOrder() {
    InpNetwork n = InpReader.parse("net.inp", SMALL);
    assertThat(n.title()).isEqualTo("A small one ; not a comment here");
    assertThat(n.options().unit()).isEqualTo(FlowUnit.LPS);
    assertThat(n.options().demandMultiplier()).isEqualTo(2);
    assertThat(n.options().specificGravity()).isEqualTo(0.98);
    assertThat(n.options().emitterExponent()).isEqualTo(0.6);
    assertThat(n.times()).isEqualTo(new InpTimes(7200, 16200, 14 * 3600));
    assertThat(n.links().get("p1"))
        .isEqualTo(new InpLink.Pipe("p1", "r", "the tap", 100, 200, 110, 2.5, true));
    assertThat(n.links().get("v1"))
        .isEqualTo(
            new InpLink.Valve(
                "v1", "tap2", "tap3", 100, InpLink.ValveKind.PRV, 25, 0, Optional.empty()));
    assertThat(n.nodes().get("tank")).isEqualTo(new InpNode.Tank("tank", 50, 2, 1, 4, 10, true));
    assertThat(n.curves().get("c")).hasSize(3);
    assertThat(n.patterns().get("day")).containsExactly(1.0, 2.0, 0.5);
    assertThat(((InpNode.Junction) n.nodes().get("tap2")).emitter()).isEqualTo(0.4);
    assertThat(((InpNode.Junction) n.nodes().get("tap3")).demands()).hasSize(2);
    assertThat(n.remarks())
        .singleElement()
        .satisfies(r ->
            assertThat(new Messages(Locale.ENGLISH).say(r))
                .contains("net.inp, line 36", "[STATUS]"));
  }

  @Test
  void theStateAtTheStartComesOfPatternsStatusesAndControls() {
    StartState s = StartState.of(InpReader.parse("net.inp", SMALL));
    // Pattern start 4:30 in steps of 2 h: the third factor.
    assertThat(s.factor(Optional.of("day"))).isEqualTo(0.5);
    assertThat(s.demand((InpNode.Junction) s.network().nodes().get("the tap"))).isEqualTo(5);
    assertThat(s.demand((InpNode.Junction) s.network().nodes().get("tap3"))).isEqualTo(4);
    assertThat(s.settings().get("u1")).isEqualTo(LinkSetting.of(Status.CLOSED));
    assertThat(s.settings().get("p2")).isEqualTo(LinkSetting.of(Status.OPEN));
    assertThat(s.settings().get("v1")).isEqualTo(LinkSetting.active(30));
  }

  @Test
  void junctionsWithoutPatternFollowTheStandardOne() {
    String text =
        """
        [JUNCTIONS]
        a 0 10
        [PATTERNS]
        1 1.5
        """;
    StartState s = StartState.of(InpReader.parse("net.inp", text));
    assertThat(s.demand((InpNode.Junction) s.network().nodes().get("a"))).isEqualTo(15);
  }

  @Test
  void controlsByPressureWaitForASolution() {
    StartState s =
        StartState.of(
            InpReader.parse(
                "net.inp",
                """
                [JUNCTIONS]
                a 0
                b 0
                [PIPES]
                p a b 10 10 100
                [CONTROLS]
                LINK p CLOSED IF NODE a ABOVE 20
                """));
    assertThat(s.settings().get("p").status()).isEqualTo(Status.OPEN);
    assertThat(s.switched(_ -> 19.9, 0.01)).isSameAs(s);
    assertThat(s.switched(_ -> 20, 0.01).settings().get("p").status()).isEqualTo(Status.CLOSED);
    assertThat(s.switched(_ -> Double.NaN, 0.01)).isSameAs(s);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[FLUIDS]                           | line 1: there is no section [FLUIDS]",
        "a 1 2                              | line 1: this stands before the first section",
        "[PIPES]/p a b 10 10                | line 2, [PIPES]: 5 entries where at least 6",
        "[JUNCTIONS]/a high                 | entry 2 is “high”, which is no number",
        "[JUNCTIONS]/a NaN                  | entry 2 is “NaN”",
        "[JUNCTIONS]/a 1e999                | entry 2 is “1e999”",
        "[JUNCTIONS]/a 1/a 2                | line 3, [JUNCTIONS]: the id “a” was given on line 2",
        "[JUNCTIONS]/a 1/b 1/[PIPES]/p a b 10 0 100 | entry 5 is “0” and must be above zero",
        "[JUNCTIONS]/a 1/[PIPES]/p a c 10 1 100     | there is no node “c”",
        "[JUNCTIONS]/a 1/[PIPES]/p a a 10 1 100     | begins and ends at the same node",
        "[JUNCTIONS]/a 1/b 1/[PIPES]/p a b 1 1 1 SHUT | write one of OPEN, CLOSED, CV",
        "[JUNCTIONS]/a 1/b 1/[PUMPS]/u a b HEAD x   | there is no curve “x”",
        "[JUNCTIONS]/a 1/b 1/[PUMPS]/u a b SPEED 1  | neither a curve nor a power",
        "[JUNCTIONS]/a 1/b 1/[PUMPS]/u a b 10 20    | older format",
        "[JUNCTIONS]/a 1/b 1/[VALVES]/v a b 1 XXX 2 | “XXX” is not known here",
        "[JUNCTIONS]/a 1/[RESERVOIRS]/r 9/[VALVES]/v r a 1 PRV 2 | may not stand at r",
        "[CURVES]/c 1 2/c 1 1               | x rising",
        "[OPTIONS]/UNITS GALLONS            | write one of [CFS, GPM",
        "[OPTIONS]/HEADLOSS X-Y             | H-W, D-W, C-M",
        "[OPTIONS]/COLOUR blue              | “COLOUR” is not known here",
        "[OPTIONS]/ACCURACY high            | entry 2 is “high”",
        "[TIMES]/PATTERN START 1:2:3:4      | is no time",
        "[TANKS]/t 0 9 1 4 10               | not between its lowest and highest",
        "[JUNCTIONS]/a 1 2 dawn             | there is no pattern “dawn”",
        "[EMITTERS]/a 1                     | there is no node “a”",
        "[STATUS]/x OPEN                    | there is no link “x”",
        "[CONTROLS]/LINK x OPEN IF NODE a   | there is no link “x”",
      })
  void whatIsWrongIsSaidWithFileLineAndRemedy(String lines, String expected) {
    assertThat(said(lines.strip().replace('/', '\n'))).startsWith("net.inp").contains(expected);
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> InpReader.read(java.nio.file.Path.of("no/such.inp")))
        .isInstanceOf(InpException.class)
        .hasMessageContaining("no/such.inp");
  }

  /** An older way to scale all demands; a multiplier of the options stands above it. */
  @Test
  void aLineOfTheDemandsMayMultiplyThemAll() {
    String text = "[JUNCTIONS]\nJ 0 2\n[RESERVOIRS]\nR 10\n[PIPES]\nP R J 10 100 100\n";
    InpNetwork plain = InpReader.parse("t.inp", text + "[DEMANDS]\nMULTIPLY 1.5\nJ 4\n");
    assertThat(plain.options().demandMultiplier()).isEqualTo(1.5);
    assertThat(((InpNode.Junction) plain.nodes().get("J")).demands().getFirst().base())
        .isEqualTo(4);
    InpNetwork both =
        InpReader.parse(
            "t.inp", text + "[DEMANDS]\nMULTIPLY 1.5\nJ 4\n[OPTIONS]\nDemand Multiplier 2\n");
    assertThat(both.options().demandMultiplier()).isEqualTo(2);
  }
}
