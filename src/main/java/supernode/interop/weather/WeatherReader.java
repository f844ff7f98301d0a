package supernode.interop.weather;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import supernode.design.WeatherYear;

/**
 * Reads a year of weather from CSV: a line for each hour, or for hours alike with their number.
 * Columns by their titles, in any order: dryBulbC; wetBulbC or relativeHumidityPercent; hours (1
 * where there is none). Others, a time for one, are passed over. Hours are gathered by the kelvin,
 * with the mean of what is gathered.
 */
public final class WeatherReader {
  private static final long MAX_BYTES = 16L << 20;
  private static final int MAX_ROWS = 100_000;
  private static final double SATURATION_SLACK_K = 0.2;
  private static final double PERCENT = 100;

  private final String file;
  private final DoubleBinaryOperator wetBulb;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<List<Long>, double[]> sums = new HashMap<>();
  private double hours;

  private WeatherReader(String file, DoubleBinaryOperator wetBulb) {
    this.file = file;
    this.wetBulb = wetBulb;
  }

  /**
   * The year in a file.
   *
   * @param wetBulbC from dry bulb in degrees C and relative humidity from 0 to 1
   * @throws WeatherException when it is none
   */
  public static WeatherYear read(Path path, DoubleBinaryOperator wetBulbC) {
    String file = path.toString();
    try {
      if (!Files.isRegularFile(path)) {
        throw new WeatherException("weather.noFile", file);
      }
      if (Files.size(path) > MAX_BYTES) {
        throw new WeatherException("weather.tooLarge", file, MAX_BYTES >> 20);
      }
      return parse(path.getFileName().toString(), Files.readString(path), wetBulbC);
    } catch (CharacterCodingException _) {
      throw new WeatherException("weather.notCsv", file, 1);
    } catch (IOException _) {
      throw new WeatherException("weather.noFile", file);
    }
  }

  /** As the other, from text; the file is for messages. */
  public static WeatherYear parse(String file, String text, DoubleBinaryOperator wetBulbC) {
    return new WeatherReader(file, wetBulbC).year(text);
  }

  private WeatherYear year(String text) {
    int rows = 0;
    long line = 0;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      for (CsvRecord r : csv) {
        line = r.getStartingLineNumber();
        if (columns.isEmpty()) {
          head(r);
        } else {
          row(r);
        }
        if (++rows > MAX_ROWS) {
          throw new WeatherException("weather.tooLong", file, MAX_ROWS);
        }
      }
    } catch (CsvParseException _) {
      throw new WeatherException("weather.notCsv", file, line + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (sums.isEmpty()) {
      throw new WeatherException("weather.empty", file);
    }
    if (hours > WeatherYear.MAX_HOURS) {
      throw new WeatherException("weather.hours", file, hours, WeatherYear.MAX_HOURS);
    }
    List<WeatherYear.Bin> bins = new ArrayList<>();
    for (double[] s : sums.values()) {
      double dryC = s[0] / s[2];
      bins.add(new WeatherYear.Bin(dryC, Math.min(dryC, s[1] / s[2]), s[2]));
    }
    bins.sort(
        Comparator.comparingDouble(WeatherYear.Bin::dryBulbC)
            .thenComparingDouble(WeatherYear.Bin::wetBulbC));
    return new WeatherYear(file, bins);
  }

  private void head(CsvRecord head) {
    for (int i = 0; i < head.getFieldCount(); i++) {
      String title = head.getField(i).strip().replace("\uFEFF", "").toLowerCase(Locale.ROOT);
      if (columns.put(title, i) != null && !title.isEmpty()) {
        throw new WeatherException("weather.twice", file, title);
      }
    }
    boolean humid =
        columns.containsKey("wetbulbc") || columns.containsKey("relativehumiditypercent");
    if (!columns.containsKey("drybulbc") || !humid) {
      throw new WeatherException("weather.head", file);
    }
  }

  private void row(CsvRecord r) {
    if (r.getFields().stream().allMatch(String::isBlank)) {
      return;
    }
    long line = r.getStartingLineNumber();
    double dryC = number(r, "dryBulbC", WeatherYear.MIN_C, WeatherYear.MAX_C);
    double wetC;
    if (columns.containsKey("wetbulbc")) {
      wetC = number(r, "wetBulbC", WeatherYear.MIN_C, WeatherYear.MAX_C);
      if (wetC > dryC + SATURATION_SLACK_K) {
        throw new WeatherException("weather.wetAboveDry", file, line, wetC, dryC);
      }
    } else {
      double share = number(r, "relativeHumidityPercent", 0, PERCENT) / PERCENT;
      wetC = wetBulb.applyAsDouble(dryC, share);
    }
    wetC = Math.min(dryC, wetC);
    double own = columns.containsKey("hours") ? number(r, "hours", 0, WeatherYear.MAX_HOURS) : 1;
    if (own == 0) {
      return;
    }
    double[] sum =
        sums.computeIfAbsent(List.of(Math.round(dryC), Math.round(wetC)), _ -> new double[3]);
    sum[0] += own * dryC;
    sum[1] += own * wetC;
    sum[2] += own;
    hours += own;
  }

  private double number(CsvRecord r, String title, double least, double most) {
    int at = columns.get(title.toLowerCase(Locale.ROOT));
    String cell = at < r.getFieldCount() ? r.getField(at).strip() : "";
    double value;
    try {
      value = Double.parseDouble(cell);
    } catch (NumberFormatException _) {
      throw new WeatherException("weather.number", file, r.getStartingLineNumber(), title, cell);
    }
    if (!(value >= least && value <= most)) {
      throw new WeatherException(
          "weather.range", file, r.getStartingLineNumber(), title, value, least, most);
    }
    return value;
  }
}
