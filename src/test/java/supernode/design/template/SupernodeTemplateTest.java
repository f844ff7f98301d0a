package supernode.design.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.DesignCheck;
import supernode.design.DesignException;
import supernode.quantity.Messages;
import supernode.store.DesignReader;
import supernode.store.DesignWriter;
import supernode.store.StoredDesign;
import supernode.topology.Expansion;
import supernode.topology.SystemModel;

/** Designs made from a handful of numbers hold together and come to those numbers. */
class SupernodeTemplateTest {
  private static final Catalog CATALOG = CatalogReader.shipped();

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaLocation.of("classpath:assets/schema/supernode-design-1.schema.json"));

  private static Map<String, String> values(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    Stream.of(text.split(" ")).forEach(w -> values.put(w.split("=")[0], w.split("=")[1]));
    return values;
  }

  private static Parameters parameters(String text) {
    return Parameters.of(values(text));
  }

  private static Analysis solved(String text) {
    Design design = SupernodeTemplate.draw(parameters(text), CATALOG);
    assertThat(DesignCheck.problems(design, CATALOG)).isEmpty();
    return new Analyst(CATALOG).full(design, Design.DEFAULT_SCENARIO, () -> false);
  }

  private static double value(Analysis analysis, String id) {
    return analysis.result(id).orElseThrow().quantity().value();
  }

  @ParameterizedTest
  @CsvSource({
    "chip=gb200-gpu domain=64, 64, 900",
    "chip=h100-sxm domain=8 domains=4 cooling=air perTray=8, 32, 450",
    "chip=mi300x domain=8 fabric=mesh perTray=8, 8, 448",
    "chip=tpu7x domain=64 fabric=torus, 64, 600",
    "chip=ascend910c domain=256, 256, 392"
  })
  void anAcceleratorSendsWhatItsPortsAllow(String text, int chips, double injectionGBps) {
    Analysis analysis = solved(text);
    assertThat(analysis.count(Severity.ERROR)).isZero();
    assertThat(value(analysis, "totals.accelerators")).isEqualTo(chips);
    assertThat(value(analysis, "scaleUp.injectionGBps")).isEqualTo(injectionGBps * 1e9);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 0.5", "4, 0.25"})
  void oversubscriptionTakesItsShareOfTheBisection(int oversubscription, double share) {
    Analysis analysis =
        solved(
            "chip=h100-sxm domain=8 domains=32 cooling=air perTray=8 oversubscription="
                + oversubscription);
    assertThat(value(analysis, "scaleOut.bisectionTBps")).isEqualTo(128 * 50e9 * share);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chip=nvlsw5                        | chip           |
          chip=kunlun-m300                   | chip           |
          domain=7                           | perTray        | domain=8
          domain=66 perTray=4                | perTray        | perTray=3
          domain=1                           | domain         | domain=2 perTray=2
          domain=99999999999                 | domain         | domain=16384 fabric=two-tier
          domain=many                        | domain         | domain=64
          perTray=9                          | perTray        | perTray=8
          fabric=string                      | fabric         | fabric=switch
          cooling=hope                       | cooling        | cooling=air
          chip=mi300x domain=16 fabric=mesh  | domain         | domain=8
          fabric=two-tier                    | fabric         | fabric=switch
          domain=1024 domains=64             | domains        | domains=16
          rackKW=3                           | rackKW         | rackKW=9
          chip=rubin cooling=immersion rack=rack-7u | rack    | rack=rack-48u
          nic=nvlsw5                         | nic            | nic=cx7
          chip=gb300-gpu cooling=air         | cooling        | cooling=cold-plate
          domain=16384 perTray=8             | fabric         | fabric=two-tier
          chip=gh200 domain=1498 perTray=7 domains=3 scaleOut=fat-tree oversubscription=2 fabric=two-tier | scaleOut | scaleOut=rails
          chip=tpu7x domain=16384 perTray=8  | fabric         | fabric=two-tier
          """)
  void whatCannotBeIsRefusedAndTheNearestWorks(String text, String parameter, String nearest) {
    assertThatThrownBy(() -> SupernodeTemplate.draw(parameters(text), CATALOG))
        .isInstanceOfSatisfying(
            Refusal.class,
            e -> {
              assertThat(e.parameter()).isEqualTo(parameter);
              assertThat(e.text().key()).startsWith("template.");
            });
    if (nearest != null) {
      Map<String, String> mended = values(text);
      mended.putAll(values(nearest));
      assertThat(SupernodeTemplate.draw(Parameters.of(mended), CATALOG)).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "domain=7, perTray=1 does",
    "chip=mi300x domain=16 fabric=mesh, domain=8",
    "rackKW=3, rackKW=9",
    "domain=1024 domains=64, domains=16"
  })
  void aRefusalNamesWhatWorks(String text, String said) {
    assertThatThrownBy(() -> SupernodeTemplate.draw(parameters(text), CATALOG))
        .isInstanceOfSatisfying(
            Refusal.class,
            e -> assertThat(new Messages(Locale.ENGLISH).say(e.text())).contains(said));
  }

  @Test
  void anUnknownNameListsTheParameters() {
    assertThatThrownBy(() -> parameters("colour=red"))
        .isInstanceOfSatisfying(
            DesignException.class, e -> assertThat(e.text().key()).isEqualTo("template.key"));
  }

  @ParameterizedTest
  @CsvSource({
    // 18 trays of a U, 18 switches, 4 U of the unit and 5 of shelves.
    "domain=72, 1",
    // 16 trays of a U and 4.9 kW, and what else a rack of 130 kW holds.
    "domain=256, 4",
    "chip=h100-sxm domain=8 perTray=8 domains=16 cooling=air, 6",
    "chip=h100-sxm domain=8 perTray=8 domains=16 cooling=air rackKW=20, 10",
    "chip=h100-sxm domain=8 perTray=8 domains=16 cooling=air rack=rack-19-42u, 6"
  })
  void racksAreCountedByTheUnitsAndThePowerThatTheyNeed(String text, int racks) {
    Design design = SupernodeTemplate.draw(parameters(text), CATALOG);
    SystemModel model =
        Expansion.of(
            design, design.library(CATALOG), design.scenarios().get(Design.DEFAULT_SCENARIO));
    assertThat(model.groups())
        .filteredOn(g -> design.assemblies().get(g.assembly()).level() == Assembly.Level.RACK)
        .hasSize(racks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chip=gb200-gpu domain=64 domains=128 scaleOut=fat-tree",
        "chip=tpu7x domain=9216 fabric=torus",
        "chip=ascend910c domain=8192 perTray=8 fabric=two-tier"
      })
  void thousandsOfChipsAreAFileOfKilobytes(String text) {
    Design design = SupernodeTemplate.draw(parameters(text), CATALOG);
    assertThat(DesignCheck.problems(design, CATALOG)).isEmpty();
    assertThat(DesignWriter.toBytes(StoredDesign.of(design)).length).isLessThan(40_000);
  }

  /** 1,794 ports of 76.8 GB/s: their sum in GB/s has no number of its own in every last digit. */
  @Test
  void whatIsOpenedAgainIsTheSame() {
    Design design =
        SupernodeTemplate.draw(
            parameters("chip=mi355x domain=1794 perTray=3 rack=rack-vr domains=3"), CATALOG);
    byte[] written = DesignWriter.toBytes(StoredDesign.of(design));
    assertThat(DesignReader.read("made", written, CATALOG).design()).isEqualTo(design);
  }

  @Property(tries = 80)
  void whateverIsLegalIsSoundFedAndCooled(@ForAll("legal") Parameters wanted) {
    Design design;
    try {
      design = SupernodeTemplate.draw(wanted, CATALOG);
    } catch (Refusal e) {
      assertThat(e.parameter()).isIn(Parameters.KEYS);
      return;
    }
    assertThat(DesignCheck.problems(design, CATALOG)).isEmpty();
    String written =
        new String(DesignWriter.toBytes(StoredDesign.of(design)), StandardCharsets.UTF_8);
    assertThat(SCHEMA.validate(written, InputFormat.JSON)).isEmpty();
    assertThat(
            DesignReader.read("made", written.getBytes(StandardCharsets.UTF_8), CATALOG).design())
        .isEqualTo(design);
    Analysis analysis = new Analyst(CATALOG).full(design, Design.DEFAULT_SCENARIO, () -> false);
    assertThat(analysis.findings())
        .filteredOn(f -> f.severity() == Severity.ERROR)
        .as(wanted.toString())
        .isEmpty();
    assertThat(analysis.findings())
        .extracting(Finding::kind)
        .as(wanted.toString())
        .doesNotContain(
            "no-power", "no-cold-plate", "shelf-no-spare", "off-fabric", "plate-starved");
    assertThat(value(analysis, "totals.accelerators"))
        .isEqualTo((double) wanted.domain() * wanted.domains());
    assertThat(analysis.cooling().asOptional()).as(wanted.toString()).isPresent();
    if (wanted.cooling() == Parameters.Cooling.AIR) {
      // What cools the room is not drawn, but the air of every tray is.
      assertThat(analysis.power().asOptional().orElseThrow().pue()).isEmpty();
      assertThat(analysis.cooling().asOptional().orElseThrow().detail().loops())
          .hasSize(wanted.trays() * wanted.domains())
          .allMatch(l -> l.coolant().equals("air") && l.solved());
    }
  }

  @Provide
  Arbitrary<Parameters> legal() {
    Arbitrary<String> chips =
        Arbitraries.of(
            "gb200-gpu",
            "h100-sxm",
            "mi300x",
            "tpu7x",
            "ascend910c",
            "gaudi3",
            "rubin",
            "ascend950dt");
    Arbitrary<Integer> trays = Arbitraries.integers().between(1, 24);
    Arbitrary<Integer> perTray = Arbitraries.integers().between(1, 8);
    return Combinators.combine(
            chips,
            trays,
            perTray,
            Arbitraries.of(Parameters.Wiring.class),
            Arbitraries.of(Parameters.Cooling.class),
            Arbitraries.of(Parameters.Network.class),
            Arbitraries.integers().between(1, 6),
            Arbitraries.of("rack-48u", "rack-19-42u", "rack-orv3-44"))
        .as((chip, t, n, fabric, cooling, network, domains, rack) ->
            new Parameters(
                chip,
                Math.max(2, t * n) / n * n,
                n,
                fabric,
                1 + t % 3,
                cooling,
                rack,
                t % 2 == 0 ? 0 : 20 + 5 * t,
                domains,
                network,
                t % 5 == 0 ? "bf3" : "cx7",
                1 + t % 4))
        .filter(p -> p.domain() >= 2);
  }

  @ParameterizedTest
  @CsvSource({"64, 4|4|4", "512, 8|8|8", "16, 2|2|4", "6, 2|3", "7, 7"})
  void aTorusIsAsNearACubeAsItsNumberAllows(int n, String dims) {
    assertThat(DirectFabric.dims(n, 3))
        .isEqualTo(Stream.of(dims.split("\\|")).map(Integer::valueOf).toList());
  }
}
