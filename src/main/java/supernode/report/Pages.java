package supernode.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import supernode.figure.Box;
import supernode.figure.Figure;
import supernode.figure.Reading;
import supernode.figure.Shape;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import supernode.quantity.Unit;

/** A report as the tree of words and pictures that the template reads. */
final class Pages {
  /** Width between the margins of A4 in CSS pixels. */
  static final double TEXT_WIDTH = 660;

  private static final double CHART_WIDTH = 316;
  private static final double MOST_HEIGHT = 880;
  private static final double LEGEND_HEIGHT = 50;

  /** The drawing on the cover stands beside the facts when it is higher than wide, else below. */
  private static final double COVER_WIDTH = 235;

  private static final double COVER_HEIGHT = 500;
  private static final double COVER_STRIP = 215;

  /** Plates of one section share a page; each has its name above. */
  private static final double PLATES_HEIGHT = 840;

  private static final double PLATE_NAME = 45;
  private static final double LEGEND_WIDTH = 300;

  private final Messages words;
  private final List<Picture> pictures = new ArrayList<>();
  private final References references = new References();
  private final DerivationTrees derivations;

  Pages(Messages words) {
    this.words = words;
    this.derivations = new DerivationTrees(words, references);
  }

  /** The pictures in the order of their numbers in the tree. */
  List<Picture> pictures() {
    return pictures;
  }

  Map<String, Object> of(Report report) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("lang", words.locale().getLanguage().equals("zh") ? "zh-CN" : "en");
    tree.put("title", report.title());
    tree.put("subtitle", words.say(report.subtitle()));
    tree.put("verdict", words.say(report.verdict().text()));
    tree.put("worst", report.verdict().worst().map(Pages::name).orElse("none"));
    tree.put("notes", report.notes());
    tree.put("cover", cover(report.cover()));
    tree.put("facts", report.facts().stream().map(f -> number(f.label(), f.value())).toList());
    tree.put("sections", report.sections().stream().map(this::section).toList());
    return tree;
  }

  private Map<String, Object> cover(Figure figure) {
    boolean beside = figure.bounds().height() > figure.bounds().width();
    Map<String, Object> tree =
        beside
            ? drawn(figure, "", COVER_WIDTH, COVER_HEIGHT)
            : drawn(figure, "", TEXT_WIDTH, COVER_STRIP);
    tree.put("beside", beside);
    return tree;
  }

  private Map<String, Object> section(Section section) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", section.id());
    tree.put("title", words.say(section.title()));
    switch (section) {
      case Section.Drawing d -> {
        tree.put("kind", "drawing");
        tree.put("lead", words.say(d.caption()));
        tree.put("picture", drawn(d.figure(), words.say(d.title()), room(d)));
        d.reading().ifPresent(r -> tree.put("legend", legend(r)));
      }
      case Section.Drawings d -> {
        tree.put("kind", "drawings");
        tree.put("lead", words.say(d.lead()));
        tree.put(
            "plates",
            d.plates().stream().map(p -> plate(p, PLATES_HEIGHT / d.plates().size())).toList());
      }
      case Section.Totals t -> {
        tree.put("kind", "totals");
        tree.put("lead", words.say(t.lead()));
        tree.put("groups", t.groups().stream().map(this::group).toList());
      }
      case Section.Table t -> table(t, tree);
      case Section.Charts c -> {
        tree.put("kind", "charts");
        tree.put("charts", c.charts().stream().map(this::chart).toList());
      }
      case Section.Findings f -> {
        tree.put("kind", "findings");
        tree.put("entries", f.entries().stream().map(this::entry).toList());
      }
      case Section.Derivations d -> {
        tree.put("kind", "derivations");
        tree.put("lead", words.say(d.lead()));
        tree.put("trees", d.trees().stream().map(derivations::of).toList());
      }
      case Section.Sources s -> {
        tree.put("kind", "sources");
        tree.put("lead", words.say(s.lead()));
        tree.put("subjects", s.subjects().stream().map(this::subject).toList());
        tree.put("references", references.all());
        // In two columns of equal length.
        tree.put("half", Math.max(1, Math.ceilDiv(references.all().size(), 2)));
      }
    }
    return tree;
  }

  /** Name, number and unit apart, as the number is set larger. */
  private Map<String, Object> number(Text label, Quantity q) {
    Unit unit = QuantityFormat.unitFor(q.value(), q.dimension());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("label", words.say(label));
    tree.put("number", QuantityFormat.number(q.value() / unit.perUnit()));
    tree.put("unit", unit.symbol());
    return tree;
  }

  private Map<String, Object> total(Section.Total total) {
    Map<String, Object> tree = number(total.label(), total.value());
    tree.put("note", total.note().map(words::say).orElse(""));
    tree.put("bound", total.bound().map(Quantity::toString).orElse(""));
    return tree;
  }

  private void table(Section.Table table, Map<String, Object> tree) {
    tree.put("kind", "table");
    tree.put("lead", words.say(table.lead()));
    List<Object> columns = new ArrayList<>();
    for (Section.Column c : table.columns()) {
      columns.add(Map.of("head", words.say(c.head()), "number", c.number(), "share", c.share()));
    }
    tree.put("columns", columns);
    tree.put("rows", table.rows().stream().map(r -> r.stream().map(words::say).toList()).toList());
  }

  private Map<String, Object> entry(Section.Entry entry) {
    return Map.of(
        "severity",
        name(entry.severity()),
        "text",
        words.say(entry.text()),
        "places",
        entry.places(),
        "mends",
        entry.mends().stream().map(words::say).toList());
  }

  private Map<String, Object> group(Section.Group group) {
    return Map.of(
        "title",
        words.say(group.title()),
        "modes",
        group.totals().stream().anyMatch(t -> t.bound().isPresent())
            ? List.of(words.say("chart.mode.calibrated"), words.say("chart.mode.bound"))
            : List.of(),
        "totals",
        group.totals().stream().map(this::total).toList());
  }

  private Map<String, Object> subject(Section.Subject subject) {
    return Map.of(
        "name", subject.name(), "values", subject.values().stream().map(this::cited).toList());
  }

  private Map<String, Object> cited(Section.Cited cited) {
    return Map.of(
        "values",
        cited.values().stream()
            .map(v -> Map.of("label", words.say(v.label()), "value", v.value().toString()))
            .toList(),
        "confidence",
        words.say("confidence." + name(cited.confidence())),
        "source",
        references.cite(cited.source()),
        "note",
        cited.note());
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> chart(supernode.figure.chart.Chart chart) {
    boolean wide = chart.stack().isPresent() || chart.sankey().isPresent();
    Map<String, Object> tree =
        picture(new Picture.Charted(chart, words, wide ? TEXT_WIDTH : CHART_WIDTH));
    tree.put("title", words.say(chart.title()));
    tree.put("subtitle", words.say(chart.subtitle()));
    tree.put("wide", wide);
    return tree;
  }

  private Map<String, Object> plate(Section.Plate plate, double height) {
    Map<String, Object> tree = drawn(plate.figure(), plate.name(), height - PLATE_NAME);
    tree.put("name", plate.name());
    return tree;
  }

  private static double room(Section.Drawing d) {
    return d.reading().isPresent() ? MOST_HEIGHT - LEGEND_HEIGHT : MOST_HEIGHT;
  }

  private Map<String, Object> drawn(Figure figure, String alt, double mostHeight) {
    return drawn(figure, alt, TEXT_WIDTH, mostHeight);
  }

  private Map<String, Object> drawn(Figure figure, String alt, double most, double mostHeight) {
    Box frame = figure.bounds();
    double widest = mostHeight * frame.width() / Math.max(frame.height(), 1e-9);
    return picture(new Picture.Drawn(figure, Math.min(most, widest), alt));
  }

  private Map<String, Object> legend(Reading reading) {
    Box box = new Box(0, 0, LEGEND_WIDTH, 24);
    List<Shape> shapes = reading.legend(words.say(reading.title()), box);
    Figure figure = Figure.of(box.inset(-2), shapes);
    return picture(new Picture.Drawn(figure, LEGEND_WIDTH, words.say(reading.title())));
  }

  private Map<String, Object> picture(Picture picture) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("picture", pictures.size());
    tree.put("width", QuantityFormat.number(Math.ceil(picture.widthPx())).replace(",", ""));
    tree.put("height", QuantityFormat.number(Math.ceil(picture.heightPx())).replace(",", ""));
    tree.put("alt", picture.alt());
    pictures.add(picture);
    return tree;
  }
}
