package supernode.interop.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.design.WeatherYear;
import supernode.quantity.Messages;

class WeatherReaderTest {
  private static WeatherYear parse(String text) {
    return WeatherReader.parse("year.csv", text, (dry, share) -> dry - 10 * (1 - share));
  }

  @Test
  void hoursAlikeAreGatheredWithTheirMean() {
    WeatherYear year =
        parse("time,wetBulbC,dryBulbC\n1,9.9,20.2\n2,10.1,20.4\n\n3,-4,-3\n4,10.0,20.3\n");
    assertThat(year.source()).isEqualTo("year.csv");
    assertThat(year.hours()).isEqualTo(4);
    assertThat(year.bins()).hasSize(2);
    WeatherYear.Bin warm = year.bins().get(1);
    assertThat(warm.dryBulbC()).isCloseTo(20.3, offset(1e-12));
    assertThat(warm.wetBulbC()).isCloseTo(10, offset(1e-12));
    assertThat(warm.hours()).isEqualTo(3);
  }

  @Test
  void relativeHumidityAndHoursAreTaken() {
    WeatherYear year = parse("Hours,DryBulbC,RelativeHumidityPercent\n8000,25,60\n760,5,100\n");
    assertThat(year.hours()).isEqualTo(8760);
    assertThat(year.bins().getFirst()).isEqualTo(new WeatherYear.Bin(5, 5, 760));
    assertThat(year.bins().getLast().wetBulbC()).isCloseTo(21, offset(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "temperature\\n5|first line must name the columns",
        "dryBulbC,wetBulbC|has no hours",
        "dryBulbC,wetBulbC\\n20,warm|line 2: wetBulbC is “warm”",
        "dryBulbC,wetBulbC\\n20,12\\n200,12|line 3: dryBulbC is 200",
        "dryBulbC,wetBulbC\\n20,25|line 2: the wet bulb 25 is above the dry bulb 20",
        "dryBulbC,relativeHumidityPercent\\n20,140|relativeHumidityPercent is 140",
        "dryBulbC,wetBulbC,hours\\n20,12,8000\\n3,1,8000|adds up to 16,000 hours",
        "dryBulbC,wetBulbC,dryBulbC\\n20,12,3|stands there twice",
        "dryBulbC,wetBulbC\\n20|line 2: wetBulbC is “”",
        "dryBulbC,wetBulbC\\nNaN,3|must be from -60 to 60"
      })
  void whatIsWrongIsOneSentenceWithItsPlace(String text, String said) {
    assertThatThrownBy(() -> parse(text.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            WeatherException.class,
            e ->
                assertThat(new Messages(Locale.ENGLISH).say(e.text()))
                    .contains("year.csv")
                    .contains(said));
  }
}
