package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code weather}: a design over a year of weather. */
class WeatherCommandTest {
  private static final String TANK = "sample-designs/immersion-tank.supernode.json";
  private static final String RACK = "sample-designs/gb200-nvl72.supernode.json";

  @TempDir Path folder;

  private Path table(String text) throws IOException {
    return Files.writeString(folder.resolve("year.csv"), text);
  }

  private JsonNode json(String design, String table) throws IOException {
    String[] args = {
      "weather", design, "--year", table(table).toString(), "--json", "--lang", "en"
    };
    Said said = Said.to(args);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                    SchemaLocation.of("classpath:assets/schema/supernode-weather-1.schema.json"))
                .validate(said.out(), InputFormat.JSON))
        .isEmpty();
    return JsonMapper.shared().readTree(said.out());
  }

  @Test
  void aYearOfOneDayIsThatDay() throws IOException {
    JsonNode year = json(TANK, "dryBulbC,wetBulbC,hours\n20,15,8760\n");
    Said day =
        Said.to(
            "solve",
            TANK,
            "--set",
            "scenario.outdoorC=20",
            "--set",
            "scenario.wetBulbC=15",
            "--json",
            "--lang",
            "en");
    JsonNode power = JsonMapper.shared().readTree(day.out());
    assertThat(year.get("hours").doubleValue()).isEqualTo(8760);
    double pue = power.at("/power/pue").doubleValue();
    assertThat(year.get("meanPue").doubleValue()).isCloseTo(pue, offset(1e-9));
    assertThat(year.get("energyMWhPerYear").doubleValue())
        .isCloseTo(year.at("/bins/0/facilityKW").doubleValue() * 8.76, offset(1e-6));
  }

  @Test
  void warmHoursTakeMorePowerAndHoursAddUp() throws IOException {
    JsonNode year = json(TANK, "dryBulbC,wetBulbC,hours\n5,3,4000\n18,12,4000\n32,22,760\n");
    assertThat(
            year.get("freeHours").doubleValue()
                + year.get("partialHours").doubleValue()
                + year.get("mechanicalHours").doubleValue())
        .isEqualTo(8760);
    JsonNode bins = year.get("bins");
    assertThat(bins.get(0).get("pue").doubleValue())
        .isLessThan(bins.get(bins.size() - 1).get("pue").doubleValue());
    assertThat(year.get("meanPue").doubleValue())
        .isBetween(bins.get(0).get("pue").doubleValue(), year.get("worstPue").doubleValue());
  }

  /** Where nothing outside is drawn the hours are counted by hand: free up to supply less 8 K. */
  @Test
  void withoutACoolerOneIsAssumedAndSaid() throws IOException {
    JsonNode year = json(RACK, "dryBulbC,wetBulbC,hours\n10,8,100\n30,20,30\n45,25,7\n");
    assertThat(year.at("/sink/drawn").booleanValue()).isFalse();
    double supply = year.at("/sink/supplyC").doubleValue();
    assertThat(year.get("freeHours").doubleValue()).isEqualTo(100);
    assertThat(supply).isEqualTo(25);
    assertThat(year.get("mechanicalHours").doubleValue()).isEqualTo(37);
  }

  @Test
  void aBrokenTableIsOneSentence() throws IOException {
    Path broken = table("dryBulbC,wetBulbC\n20,twelve\n");
    Said said = Said.to("weather", TANK, "--year", broken.toString(), "--lang", "en");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err().strip().lines()).hasSize(1);
    assertThat(said.err()).contains("line 2").contains("twelve");
    Said none = Said.to("weather", TANK, "--lang", "en");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out()).contains("no weather year");
  }
}
