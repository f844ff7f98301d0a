package supernode.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Reading;
import supernode.figure.Scale;
import supernode.figure.chart.Axis;
import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Text;

class ChartTableTest {
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
  private static final Axis TO = Axis.linear(Text.of("chart.axis.receiver"), Dimension.COUNT);
  private static final Axis FROM = Axis.linear(Text.of("chart.axis.sender"), Dimension.COUNT);

  private static Chart chart(Axis x, Axis y, Series series) {
    Text name = Text.of("chart.series.sent");
    return new Chart("c", name, name, x, y, List.of(series));
  }

  @Test
  void aMapOfPairsIsOneRowForEachPairThatHasAValue() {
    Text name = Text.of("chart.series.sent");
    Reading reading = new Reading(name, Scale.UTILISATION, Dimension.BANDWIDTH, 0, 5e10);
    List<String> names = List.of("a[0]", "a[1]");
    double[][] values = {{-1, 5e10}, {2.5e10, -1}};
    Chart map = chart(TO, FROM, new Series.HeatMap(name, names, names, values, reading));
    ChartTable table = ChartTable.of(map, ENGLISH);
    assertThat(table.head()).containsExactly("From", "To", "Sent");
    assertThat(table.rows())
        .containsExactly(List.of("a[0]", "a[1]", "50 GB/s"), List.of("a[1]", "a[0]", "25 GB/s"));
    assertThat(ChartTable.csv(map, ENGLISH)).startsWith("From,To,Sent [").contains("a[0],a[1],");
  }

  @Test
  void aRankingKeepsWhatIsSaidOfItsRows() {
    Series.Row row =
        new Series.Row(
            Text.of("chart.links.between", "gpu[*]", "switch[*]"),
            0.75,
            Ink.of(ColorRole.ACCENT),
            Text.of("chart.links.free", 12, "50 GB/s"));
    Axis share = Axis.linear(Text.of("chart.axis.utilisation"), Dimension.RATIO);
    Axis limits = Axis.linear(Text.of("chart.axis.limits"), Dimension.COUNT);
    ChartTable table =
        ChartTable.of(
            chart(share, limits, new Series.Ranking(Text.of("chart.series.sent"), List.of(row))),
            ENGLISH);
    assertThat(table.head()).hasSize(3).contains("Utilisation", "Limits");
    assertThat(table.rows())
        .containsExactly(
            List.of(
                "gpu[*] → switch[*]", "75 %", "12 link directions of 50 GB/s hold nothing back"));
  }
}
