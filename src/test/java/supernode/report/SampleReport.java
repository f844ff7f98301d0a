package supernode.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.analysis.Explanation;
import supernode.analysis.Severity;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Sourced;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Points;
import supernode.figure.Reading;
import supernode.figure.Scale;
import supernode.figure.Shape;
import supernode.figure.Style;
import supernode.figure.chart.Axis;
import supernode.figure.chart.Chart;
import supernode.figure.chart.Series;
import supernode.figure.face.FaceState;
import supernode.figure.face.Faces;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** A report with one of everything; its figures are made up, its words name their own keys. */
final class SampleReport {
  private SampleReport() {}

  static Text words(String text) {
    return Text.of("report.plain", text);
  }

  static Quantity q(double value, Dimension dimension) {
    return new Quantity(value, dimension);
  }

  private static Figure drawing() {
    List<Shape> shapes = new ArrayList<>();
    Box rack = new Box(0, 0, 600, 700);
    shapes.addAll(Faces.rack(rack, FaceState.PLAIN.withPorts(14)));
    Reading reading = reading();
    for (int t = 0; t < 13; t++) {
      Box tray = new Box(40, 15 + 52 * t, 540, 44);
      shapes.addAll(Faces.tray(tray, FaceState.PLAIN));
      for (int i = 0; i < 4; i++) {
        Box chip = new Box(50 + 100 * i, 20 + 52 * t, 80, 34);
        double junctionC = 50 + 3 * t + 2 * i;
        FaceState state =
            FaceState.PLAIN
                .withTag("compute[" + t + "].gpu[" + i + "]")
                .withOverlay(reading.ink(junctionC))
                .withFailed(t == 4 && i == 1);
        shapes.addAll(Faces.of(PartKind.ACCELERATOR, chip, state));
      }
      Box cpu = new Box(460, 24 + 52 * t, 50, 26);
      shapes.addAll(Faces.of(PartKind.CPU, cpu, FaceState.PLAIN));
    }
    return Figure.of(rack.inset(-4), shapes);
  }

  private static Reading reading() {
    return new Reading(words("Junction"), Scale.TEMPERATURE, Dimension.TEMPERATURE, 45, 90);
  }

  static Chart histogram() {
    List<Series.Bar> bars = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      double from = i / 10.0;
      bars.add(
          new Series.Bar(
              from,
              from + 0.1,
              5 + i * i * (i == 9 ? 1.5 : 3),
              new supernode.figure.Ink.Measured(Scale.UTILISATION, from)));
    }
    return new Chart(
        "utilisation",
        words("Link utilisation"),
        words("1,224 live links · all-to-all"),
        Axis.linear(words("Utilisation"), Dimension.RATIO).from(0).to(1),
        Axis.linear(words("Links"), Dimension.COUNT),
        List.of(new Series.Bars(words("links"), bars)));
  }

  static Chart pump() {
    double[] pump = new double[42];
    double[] loop = new double[42];
    for (int i = 0; i < 21; i++) {
      double flow = 300e-3 / 60 * i / 20;
      pump[2 * i] = flow;
      pump[2 * i + 1] = 250e3 - 2.0e9 * flow * flow * 4;
      loop[2 * i] = flow;
      loop[2 * i + 1] = 20e3 + 7e9 * flow * flow;
    }
    return new Chart(
        "pump",
        words("Pump and system"),
        words("duty point 184 L/min at 1.9 bar"),
        Axis.linear(words("Flow"), Dimension.FLOW),
        Axis.linear(words("Pressure"), Dimension.PRESSURE),
        List.of(
            new Series.Curve(
                words("pump"), Points.of(pump), ColorRole.COOLANT_SUPPLY, Style.Dash.SOLID),
            new Series.Curve(
                words("loop"), Points.of(loop), ColorRole.COOLANT_RETURN, Style.Dash.SOLID),
            new Series.Marker(words("duty point"), 0.0039, 127e3),
            new Series.Reference(words("limit"), false, 200e3, ColorRole.ERROR)));
  }

  static Chart bus() {
    List<Series> curves = new ArrayList<>();
    String[] names = {"in-network", "one switch down", "ring"};
    ColorRole[] roles = {ColorRole.ACCENT, ColorRole.ERROR, ColorRole.FAINT};
    for (int c = 0; c < 3; c++) {
      double[] xy = new double[36];
      for (int i = 0; i < 18; i++) {
        double size = 65536 * Math.pow(2, i);
        xy[2 * i] = size;
        xy[2 * i + 1] = (850 - 40 * c - (c == 2 ? 200 : 0)) * 1e9 * size / (size + 2e7);
      }
      Style.Dash dash = c == 2 ? Style.Dash.DASHED : Style.Dash.SOLID;
      curves.add(new Series.Curve(words(names[c]), Points.of(xy), roles[c], dash));
    }
    return new Chart(
        "bus",
        words("All-reduce bus bandwidth"),
        words("72 ranks · against message size"),
        Axis.log(words("Message"), Dimension.DATA),
        Axis.linear(words("Bus bandwidth"), Dimension.BANDWIDTH).from(0),
        curves);
  }

  static Chart power() {
    return new Chart(
        "power",
        words("Power"),
        words("rack 128.4 kW · PUE 1.09"),
        Axis.linear(words("Power"), Dimension.POWER),
        Axis.linear(words(""), Dimension.COUNT),
        List.of(
            new Series.Stack(
                words("rack"),
                List.of(
                    new Series.Part(words("GPU"), 86.4e3, ColorRole.ACCENT),
                    new Series.Part(words("CPU"), 10.8e3, ColorRole.CPU),
                    new Series.Part(words("switch"), 9e3, ColorRole.SWITCH),
                    new Series.Part(words("NIC"), 4.1e3, ColorRole.NIC),
                    new Series.Part(words("fans, pumps"), 6.2e3, ColorRole.COOLANT_SUPPLY),
                    new Series.Part(words("losses"), 11.9e3, ColorRole.WARNING)))));
  }

  private static Explanation derivation() {
    Sourced seen = new Sourced(50e9, Confidence.SEEN, "vendor data sheet, 2024", "");
    Explanation link =
        Explanation.given(
            words("rate of a link, per direction"), q(50e9, Dimension.BANDWIDTH), seen, "");
    Explanation failed =
        Explanation.remark(words("switch has failed"), "fabric[4].switch[0]").asLimiting();
    return Explanation.derived(
        words("Injection bandwidth"),
        q(850e9, Dimension.BANDWIDTH),
        words("live planes × rate"),
        List.of(
            Explanation.derived(
                words("live planes"),
                q(17, Dimension.COUNT),
                words("planes − failed planes"),
                List.of(failed)),
            link));
  }

  private static Section sources() {
    Section.Total power = Section.Total.of(words("Power"), q(1200, Dimension.POWER));
    Section.Total year = Section.Total.of(words("Year"), q(2024, Dimension.YEAR));
    return new Section.Sources(
        "assumptions",
        Text.of("report.section.assumptions"),
        Text.of("report.lead.assumptions"),
        List.of(
            new Section.Subject(
                "Switch chip",
                List.of(
                    new Section.Cited(
                        List.of(power, year), Confidence.SEEN, "data sheet of the switch", ""),
                    new Section.Cited(
                        List.of(power), Confidence.ESTIMATE, "class of chip", "half of the next"))),
            new Section.Subject(
                "Backplane",
                List.of(
                    new Section.Cited(
                        List.of(year), Confidence.SEEN, "data sheet of the switch", "")))));
  }

  static Report report() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section.Totals(
            "summary",
            Text.of("report.section.totals"),
            Text.of("report.lead.totals"),
            List.of(
                new Section.Group(
                    words("Network"),
                    List.of(
                        new Section.Total(
                            words("Bisection bandwidth"),
                            q(32.4e12, Dimension.BANDWIDTH),
                            Optional.of(words("per direction; limited by the switch chips")),
                            Optional.empty()))),
                new Section.Group(
                    words("Cooling"),
                    List.of(
                        Section.Total.of(
                            words("Hottest junction"), q(71.6, Dimension.TEMPERATURE)))))));
    sections.add(
        new Section.Drawing(
            "drawing",
            Text.of("report.section.drawing"),
            words("Rack, scenario “one switch down” & <more>."),
            drawing(),
            Optional.of(reading())));
    sections.add(
        new Section.Drawings(
            "inside",
            Text.of("report.section.inside"),
            Text.of("report.lead.inside"),
            List.of(
                new Section.Plate("Compute tray", drawing()),
                new Section.Plate("Switch tray", drawing()))));
    List<List<Text>> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(
          List.of(
              words("Part number " + (i + 1)),
              Text.of("kind.switch"),
              Text.of("report.plain", 18 * i),
              Text.of("report.plain", q(1200, Dimension.POWER)),
              Text.of("report.plain", q(1200.0 * 18 * i, Dimension.POWER))));
    }
    sections.add(
        new Section.Table(
            "bill",
            Text.of("report.section.bill"),
            Text.of("report.lead.bill"),
            List.of(
                new Section.Column(Text.of("report.column.part"), false, 40),
                new Section.Column(Text.of("report.column.kind"), false, 24),
                new Section.Column(Text.of("report.column.count"), true, 10),
                new Section.Column(Text.of("report.column.powerEach"), true, 13),
                new Section.Column(words("Power in all"), true, 13)),
            rows));
    sections.add(
        new Section.Charts(
            "charts",
            Text.of("report.section.charts"),
            List.of(histogram(), pump(), bus(), power())));
    sections.add(
        new Section.Findings(
            "findings",
            Text.of("report.section.findings"),
            List.of(
                new Section.Entry(
                    Severity.ERROR,
                    words("A switch has failed."),
                    List.of("fabric[4].switch[0]"),
                    List.of(words("put it back"))),
                new Section.Entry(
                    Severity.WARNING,
                    words("GPU within 3 K of its limit."),
                    List.of("compute[14].gpu[2]"),
                    List.of()))));
    sections.add(
        new Section.Derivations(
            "derivations",
            Text.of("report.section.derivations"),
            Text.of("report.lead.derivations"),
            List.of(derivation(), derivation())));
    sections.add(sources());
    return new Report(
        "GB200 & <friends> 机架",
        Text.of("report.subtitle", "one switch down"),
        new Report.Verdict(Text.of("report.verdict", 1, 1, 0), Optional.of(Severity.ERROR)),
        "Made up & <assumed>.",
        drawing(),
        List.of(
            new Report.Fact(words("all-to-all, per GPU"), q(850e9, Dimension.BANDWIDTH)),
            new Report.Fact(words("power of the rack"), q(128.4e3, Dimension.POWER)),
            new Report.Fact(words("hottest junction"), q(71.6, Dimension.TEMPERATURE))),
        sections);
  }
}
