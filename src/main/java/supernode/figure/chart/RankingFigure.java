package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Figure;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.TextWidth;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;

/**
 * A ranking as a drawing: for each thing its name, a bar with its value, and what is said of it.
 */
final class RankingFigure {
  /** Of a row with one line of note. */
  private static final double ROW = 33;

  private static final double LINE = 11;
  private static final double TYPE = 10;
  private static final double NOTE = 9;
  private static final double BAR = 5;

  /** Longer names are cut; the table has them whole. */
  private static final double LEAST_NAME = 8.5;

  /** Small letters are set a little wider on a screen than they are drawn. */
  private static final double SURE = 0.96;

  private RankingFigure() {}

  /** In pixels: as many rows as the height has room for, one at least. */
  static Figure of(
      Chart chart, Series.Ranking ranking, Messages words, double width, double height) {
    List<Shape> shapes = new ArrayList<>();
    double most = ranking.rows().stream().mapToDouble(Series.Row::value).max().orElse(0);
    double full = chart.x().max().orElse(most);
    List<List<String>> notes =
        ranking.rows().stream().map(r -> lines(words.say(r.note()), width, 2)).toList();
    double wanted = notes.stream().mapToDouble(n -> ROW + (n.size() - 1) * LINE).sum();
    // Where not all find room, notes are of one line and set smaller.
    boolean roomy = wanted <= height;
    int rows =
        roomy
            ? ranking.rows().size()
            : Math.min(ranking.rows().size(), Math.max(1, (int) (height / ROW)));
    double y = 0;
    for (int i = 0; i < rows; i++) {
      Series.Row row = ranking.rows().get(i);
      List<String> note = roomy ? notes.get(i) : List.of(words.say(row.note()));
      row(chart, row, note, words, width, y, full, shapes);
      y += ROW + (note.size() - 1) * LINE;
    }
    return Figure.of(new Box(0, 0, width, Math.max(y, 1)), shapes);
  }

  private static List<String> lines(String note, double width, int most) {
    return TextWidth.lines(note, NOTE, Shape.Weight.REGULAR, SURE * width, most);
  }

  private static void row(
      Chart chart,
      Series.Row row,
      List<String> note,
      Messages words,
      double width,
      double y,
      double full,
      List<Shape> out) {
    String value = QuantityFormat.format(row.value(), chart.x().dimension());
    double taken = TextWidth.of(value, TYPE, Shape.Weight.SEMIBOLD) + 8;
    out.add(
        label(
            words.say(row.name()),
            0,
            y + TYPE,
            Shape.Anchor.START,
            TYPE,
            Shape.Weight.MEDIUM,
            width - taken,
            ColorRole.TEXT,
            LEAST_NAME));
    out.add(
        label(
            value,
            width,
            y + TYPE,
            Shape.Anchor.END,
            TYPE,
            Shape.Weight.SEMIBOLD,
            width,
            ColorRole.TEXT));
    Box track = new Box(0, y + TYPE + 3, width, BAR);
    out.add(new Shape.Rect(track, 2, Style.fill(ColorRole.DOTS), "", Detail.ALWAYS));
    double share = full > 0 ? Math.clamp(row.value() / full, 0, 1) : 0;
    Box bar = new Box(0, track.y(), Math.max(1, share * width), BAR);
    out.add(new Shape.Rect(bar, 2, Style.fill(row.ink()), "", Detail.ALWAYS));
    for (int i = 0; i < note.size(); i++) {
      out.add(
          label(
              note.get(i),
              0,
              track.bottom() + NOTE + i * LINE,
              Shape.Anchor.START,
              NOTE,
              Shape.Weight.REGULAR,
              width,
              ColorRole.SECONDARY));
    }
  }

  private static Shape label(
      String text,
      double x,
      double baseline,
      Shape.Anchor anchor,
      double size,
      Shape.Weight weight,
      double room,
      ColorRole role) {
    return label(text, x, baseline, anchor, size, weight, room, role, 0);
  }

  /**
   * @param least height of type that a text too long for its room is cut at
   */
  private static Shape label(
      String text,
      double x,
      double baseline,
      Shape.Anchor anchor,
      double size,
      Shape.Weight weight,
      double room,
      ColorRole role,
      double least) {
    double type = Math.max(least, TextWidth.sizeToFit(text, size, weight, SURE * room));
    return new Shape.Label(
        text, x, baseline, anchor, type, weight, room, Ink.of(role), "", Detail.ALWAYS);
  }
}
