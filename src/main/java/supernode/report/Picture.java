package supernode.report;

import java.awt.Graphics2D;
import supernode.figure.Figure;
import supernode.figure.Palette;
import supernode.figure.SvgWriter;
import supernode.figure.View;
import supernode.figure.awt.AwtPainter;
import supernode.figure.chart.Chart;
import supernode.quantity.Messages;

/** A picture of a document: as SVG for a browser, painted for a page. Always in light colours. */
sealed interface Picture {
  /** Paper resolves about three times what a CSS pixel does. */
  double PAPER_FINENESS = 3;

  double widthPx();

  double heightPx();

  /** What it shows, in words. */
  String alt();

  String svg();

  /** Paints it into a surface of {@link #widthPx} by {@link #heightPx} user units. */
  void paint(Graphics2D g);

  /** A drawing. */
  record Drawn(Figure figure, double widthPx, String alt) implements Picture {
    private View view() {
      return View.ofWidth(figure.bounds(), widthPx).finer(PAPER_FINENESS);
    }

    @Override
    public double heightPx() {
      return view().heightPx();
    }

    @Override
    public String svg() {
      return SvgWriter.write(figure, view(), Palette.LIGHT, alt);
    }

    @Override
    public void paint(Graphics2D g) {
      AwtPainter.paint(figure, view(), Palette.LIGHT, g);
    }
  }

  /** A chart. */
  record Charted(Chart chart, Messages words, double widthPx) implements Picture {
    @Override
    public double heightPx() {
      return ChartPainter.height(chart, words, widthPx);
    }

    @Override
    public String alt() {
      return words.say(chart.title());
    }

    @Override
    public String svg() {
      return ChartSvg.write(chart, words, widthPx, heightPx());
    }

    @Override
    public void paint(Graphics2D g) {
      ChartPainter.paint(chart, words, Palette.LIGHT, widthPx, heightPx(), g);
    }
  }
}
