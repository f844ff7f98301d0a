package supernode.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Reading;
import supernode.figure.Scale;
import supernode.figure.Shape;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Text;

class ChartFigureTest {
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
  private static final Text NAME = Text.of("chart.series.sent");

  private static Chart chart(Series series) {
    Axis axis = Axis.linear(NAME, Dimension.RATIO).from(0).to(1);
    return new Chart("c", NAME, NAME, axis, axis, List.of(series));
  }

  private static Chart map(int n) {
    double[][] values = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        values[i][j] = i == j ? -1 : i + j;
      }
    }
    List<String> names = IntStream.range(0, n).mapToObj(i -> "n" + i).toList();
    Reading reading = new Reading(NAME, Scale.UTILISATION, Dimension.BANDWIDTH, 0, 2.0 * n);
    return chart(new Series.HeatMap(NAME, names, names, values, reading));
  }

  @Test
  void everyPairHasAFieldOfItsOwnWithinTheRoom() {
    for (int n : new int[] {2, 8, 64}) {
      Figure figure = ChartFigure.of(map(n), ENGLISH, 300, 200).orElseThrow();
      List<Box> fields =
          figure.shapes().stream().filter(s -> !s.tag().isEmpty()).map(Shape::bounds).toList();
      assertThat(fields).hasSize(n * n);
      Box room = new Box(0, 0, 300, 200);
      assertThat(fields).allMatch(f -> room.contains(f), "within the room");
      Box first = figure.find("0,1").orElseThrow();
      assertThat(figure.hit(first.centerX(), first.centerY(), 1, 0.1)).contains("0,1");
      // From is read downwards, to across.
      assertThat(figure.find("1,0").orElseThrow().y()).isGreaterThan(first.y());
    }
  }

  @Test
  void pairsWithoutAValueAreNotColouredByTheScale() {
    Figure figure = ChartFigure.of(map(3), ENGLISH, 300, 200).orElseThrow();
    for (Shape s : figure.shapes()) {
      if (s instanceof Shape.Rect r && !s.tag().isEmpty()) {
        boolean own = s.tag().charAt(0) == s.tag().charAt(2);
        assertThat(r.style().fill() instanceof Ink.Measured).isEqualTo(!own);
      }
    }
  }

  @Test
  void aRankingShowsAsManyRowsAsThereIsRoomFor() {
    List<Series.Row> rows =
        IntStream.range(0, 10)
            .mapToObj(i -> new Series.Row(NAME, 1 - i / 10.0, Ink.of(ColorRole.ACCENT), NAME))
            .toList();
    Chart chart = chart(new Series.Ranking(NAME, rows));
    Figure small = ChartFigure.of(chart, ENGLISH, 200, 100).orElseThrow();
    Figure large = ChartFigure.of(chart, ENGLISH, 200, 1000).orElseThrow();
    assertThat(small.bounds().height()).isLessThanOrEqualTo(100);
    assertThat(values(small)).startsWith("100 %", "90 %").hasSizeLessThan(10);
    assertThat(values(large)).hasSize(10);
  }

  @Test
  void stacksMoveCloserUntilTheyFitTheHeight() {
    List<Series.Part> parts =
        IntStream.range(0, 4)
            .mapToObj(i -> new Series.Part(Text.of("chart.curve.crews", i), 0.1, ColorRole.HBM))
            .toList();
    Series.StackRow row = new Series.StackRow(NAME, parts);
    Chart chart =
        new Chart(
            "c",
            NAME,
            NAME,
            Axis.linear(NAME, Dimension.RATIO),
            Axis.linear(NAME, Dimension.RATIO),
            List.of(
                new Series.StackRows(NAME, List.of(row, row)),
                new Series.Reference(NAME, true, 1, ColorRole.ERROR)));
    for (double height : new double[] {140, 150, 170, 400}) {
      Figure figure = ChartFigure.of(chart, ENGLISH, 310, height).orElseThrow();
      assertThat(figure.bounds().height()).isLessThanOrEqualTo(height);
    }
  }

  /** In the room that a card of the window has. */
  @Test
  void streamsAreNamedInLettersThatCanBeRead() {
    Text heat = Text.of("chart.curve.crews", "boards, fans and other");
    Text coolant = Text.of("chart.curve.crews", "coolant");
    Text outside = Text.of("chart.curve.crews", "outside");
    Text room = Text.of("chart.curve.crews", "room air of the whole hall");
    Series.Sankey streams =
        new Series.Sankey(
            NAME,
            List.of(
                new Series.Stream(NAME, coolant, 100, ColorRole.ACCENT),
                new Series.Stream(heat, room, 7, ColorRole.COPPER),
                new Series.Stream(coolant, outside, 100, ColorRole.COOLANT_RETURN)));
    Figure figure = ChartFigure.of(chart(streams), ENGLISH, 520, 150).orElseThrow();
    assertThat(figure.shapes())
        .filteredOn(Shape.Label.class::isInstance)
        .map(Shape.Label.class::cast)
        .allMatch(l -> l.size() >= 8)
        .allMatch(l -> l.fitted().equals(l.text()));
  }

  private static List<String> values(Figure figure) {
    return figure.shapes().stream()
        .filter(s -> s instanceof Shape.Label l && l.anchor() == Shape.Anchor.END)
        .map(s -> ((Shape.Label) s).text())
        .toList();
  }
}
