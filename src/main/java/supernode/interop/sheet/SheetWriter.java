package supernode.interop.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import supernode.catalog.LinkType;
import supernode.catalog.Origin;
import supernode.catalog.Part;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Values;

/** Catalogue entries as CSV; {@link SheetReader} reads it back. */
public final class SheetWriter {
  private final CsvWriter csv;

  private SheetWriter(CsvWriter csv) {
    this.csv = csv;
  }

  public static String text(Collection<Part> parts, Collection<LinkType> links) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(SheetColumn.titles());
      SheetWriter writer = new SheetWriter(csv);
      parts.forEach(writer::part);
      links.forEach(writer::link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void part(Part p) {
    List<String> head = List.of(p.id(), p.kind().key(), p.name(), p.vendor());
    values(head, p.values());
    p.ports().forEach(port -> port(head, port));
  }

  private void link(LinkType l) {
    List<String> head = List.of(l.id(), SheetReader.LINK, l.name(), "");
    row(head, "family", l.family().name().toLowerCase(Locale.ROOT));
    row(head, "medium", l.medium());
    if (!l.protocols().isEmpty()) {
      row(head, "protocols", String.join(";", l.protocols()));
    }
    values(head, l.values());
  }

  private void values(List<String> head, Values values) {
    values
        .all()
        .forEach((property, v) ->
            csv.writeRecord(
                head.get(0),
                head.get(1),
                head.get(2),
                head.get(3),
                property.key(),
                property.choice(v.value()).orElseGet(() -> number(property.toFile(v.value()))),
                v.confidence().key(),
                v.source(),
                v.note()));
  }

  private void row(List<String> head, String field, String value) {
    csv.writeRecord(head.get(0), head.get(1), head.get(2), head.get(3), field, value, "", "", "");
  }

  private void port(List<String> head, PortSpec port) {
    csv.writeRecord(
        head.get(0),
        head.get(1),
        head.get(2),
        head.get(3),
        "port " + port.name(),
        port(port),
        port.origin().map(o -> o.confidence().key()).orElse(""),
        port.origin().map(Origin::source).orElse(""),
        port.origin().map(Origin::note).orElse(""));
  }

  private static String port(PortSpec port) {
    String type =
        switch (port.type()) {
          case PortType.Signal(String protocol, int lanes, double rate) ->
              "signal=%s lanes=%d rateGBps=%s".formatted(protocol, lanes, number(rate / 1e9));
          case PortType.Fluid(PortType.Side side) -> "fluid=" + key(side);
          case PortType.Power(PortType.Side side, double volt) ->
              "power=" + key(side) + (volt > 0 ? " voltageV=" + number(volt) : "");
          case PortType.Heat(PortType.Side side) -> "heat=" + key(side);
        };
    return port.count() > 1 ? type + " count=" + port.count() : type;
  }

  private static String key(PortType.Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
