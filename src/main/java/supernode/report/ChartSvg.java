package supernode.report;

import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import supernode.figure.Palette;
import supernode.figure.chart.Chart;
import supernode.quantity.Messages;

/** A chart as SVG, its words as text. */
final class ChartSvg {
  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Java 2D names a face of Inter as a family of its own; a browser knows it by its weight. */
  private static final Pattern FACE =
      Pattern.compile("font-family=\"'(?:Inter|Noto Sans SC)( Medium| SemiBold)?'\"");

  private ChartSvg() {}

  static String write(Chart chart, Messages words, double widthPx, double heightPx) {
    Document document =
        GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment("chart " + chart.id());
    // Charts of one page must not share the names of their clips.
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return chart.id() + "-" + super.generateID(prefix);
          }
        });
    SVGGraphics2D g = new SVGGraphics2D(context, false);
    g.setSVGCanvasSize(new Dimension((int) Math.ceil(widthPx), (int) Math.ceil(heightPx)));
    ChartPainter.paint(chart, words, Palette.LIGHT, widthPx, heightPx, g);
    Element root = g.getRoot();
    root.setAttribute("viewBox", "0 0 " + (int) widthPx + " " + (int) Math.ceil(heightPx));
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", words.say(chart.title()));
    StringWriter out = new StringWriter();
    try {
      g.stream(root, out, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return faces(out.toString());
  }

  private static String faces(String svg) {
    // Batik breaks its lines inside of tags.
    String body = svg.substring(svg.indexOf("<svg")).replaceAll("\\s*\\R\\s*(?=/?>)", "");
    return FACE.matcher(body)
        .replaceAll(m -> {
          String weight = m.group(1) == null ? "" : m.group(1).equals(" Medium") ? "500" : "600";
          String attribute = weight.isEmpty() ? "" : " font-weight=\"" + weight + "\"";
          return "font-family=\"Inter, 'Noto Sans SC', sans-serif\"" + attribute;
        });
  }
}
