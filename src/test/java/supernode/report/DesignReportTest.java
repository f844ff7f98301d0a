package supernode.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import supernode.analysis.Analysis;
import supernode.analysis.SampleAnalysis;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.PublishedReader;
import supernode.design.Design;
import supernode.quantity.Messages;

/** The report of the sample as it is handed out. */
class DesignReportTest {
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

  private static Report report;
  private static List<String> pages;
  private static String text;

  @BeforeAll
  static void write() throws Exception {
    report = report("gb200-nvl72");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfWriter.write(report, ENGLISH, out);
    pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      for (int p = 1; p <= document.getNumberOfPages(); p++) {
        PDFTextStripper one = new PDFTextStripper();
        one.setSortByPosition(true);
        one.setStartPage(p);
        one.setEndPage(p);
        pages.add(one.getText(document));
      }
    }
    text = String.join("\n", pages);
  }

  private static Report report(String name) {
    return report(name, SampleAnalysis.design(name));
  }

  private static Report report(String name, Design design) {
    Analysis analysis = SampleAnalysis.full(design, Design.DEFAULT_SCENARIO);
    return DesignReport.of(
        analysis,
        design.library(SampleAnalysis.CATALOG),
        PublishedReader.ofSample(name).orElseThrow().figures());
  }

  @Test
  void whatIsPublishedStandsBesideWhatIsComputedWithItsSource() {
    assertThat(text)
        .contains("Published and computed")
        .contains("13.4 TB")
        .contains("13.82 TB")
        .contains("+3.2 %")
        .contains("Tom's Hardware table");
  }

  @Test
  void everySentenceHasItsValues() {
    assertThat(text).doesNotContainPattern("\\{\\d");
  }

  @Test
  void aRackIsToldOnFewPagesOfWhichNoneIsEmpty() {
    // Six of them are charts.
    assertThat(pages).hasSizeBetween(10, 20);
    assertThat(pages).allSatisfy(p -> assertThat(p.strip().lines().count()).isGreaterThan(5));
  }

  @Test
  void theCoverSaysWhatItIsAndWhetherItHolds() {
    assertThat(pages.getFirst())
        .contains("GB200 NVL72", "PFLOPS", "13.82 TB", "Accelerators", "warnings: 2");
  }

  @Test
  void yearsAndThousandsReadAsSuch() {
    assertThat(text).contains("Year 2024", "1,296").doesNotContain("2,024", "2,022");
  }

  @Test
  void theBillNamesEveryPartOnce() {
    Section.Table bill =
        (Section.Table)
            report.sections().stream().filter(s -> s.id().equals("bill")).findFirst().orElseThrow();
    List<String> rows =
        bill.rows().stream()
            .map(r -> String.join("|", r.stream().map(ENGLISH::say).toList()))
            .toList();
    assertThat(rows)
        .contains(
            "Accelerator|NVIDIA Blackwell GPU (GB200)|72|–|1.2 kW|gb200-gpu",
            "Link|NVLink-C2C (Grace)|72|50 mm|–|nvlinkc2c")
        .doesNotHaveDuplicates();
    assertThat(rows.stream().filter(r -> r.startsWith("Switch|"))).hasSize(1);
    assertThat(bill.rows()).anyMatch(r -> r.getFirst().key().equals("kind." + PartKind.CDU.key()));
  }

  @Test
  void whatIsDerivedOnceIsNotDerivedAgain() {
    String derivations = text.substring(text.indexOf("12  Derivations"), text.indexOf("13  Assum"));
    assertThat(derivations.split("36 × BlueField-3 DPU", -1)).as("in the IT power").hasSize(2);
    assertThat(derivations).contains("as derived above");
  }

  @Test
  void everyNumberInBracketsIsASource() {
    String sources = text.substring(text.lastIndexOf("Sources"));
    java.util.regex.Matcher cited =
        java.util.regex.Pattern.compile("(?<!\\w)\\[(\\d+)]").matcher(text);
    int found = 0;
    while (cited.find()) {
      // Instance paths have brackets too, but a name before them.
      assertThat(sources).contains("[" + cited.group(1) + "] ");
      found++;
    }
    assertThat(found).isGreaterThan(50);
  }

  @Test
  void theRatesOfPortsHaveTheirSources() {
    Section.Sources sources =
        report.sections().stream()
            .filter(Section.Sources.class::isInstance)
            .map(Section.Sources.class::cast)
            .findFirst()
            .orElseThrow();
    Part gpu = SampleAnalysis.CATALOG.part("gb200-gpu").orElseThrow();
    PortSpec nvlink =
        gpu.ports().stream().filter(p -> p.name().equals("nvlink")).findFirst().orElseThrow();
    assertThat(sources.subjects())
        .filteredOn(s -> s.name().equals(gpu.name()))
        .flatExtracting(Section.Subject::values)
        .anySatisfy(c -> {
          assertThat(c.source()).isEqualTo(nvlink.origin().orElseThrow().source());
          assertThat(c.values())
              .extracting(v -> ENGLISH.say(v.label()) + " " + v.value())
              .contains(
                  ENGLISH.say(
                          supernode.quantity.Text.of(
                              "measure.port", "nvlink", nvlink.count(), "NVLink5"))
                      + " 50 GB/s");
        });
  }

  @Test
  void everyAssemblyIsDrawnAlone() {
    Section.Drawings inside =
        report.sections().stream()
            .filter(Section.Drawings.class::isInstance)
            .map(Section.Drawings.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(inside.plates())
        .extracting(Section.Plate::name)
        .containsExactly("Compute tray", "NVLink switch tray", "GB200 GPU package");
  }

  @Test
  void theCoverOfAClusterTellsTheFabricThatJoinsIt() {
    assertThat(report("h100-rail-1024").facts())
        .extracting(f -> f.label().key(), f -> f.value().toString())
        .contains(org.assertj.core.groups.Tuple.tuple("result.bisectionTBps", "25.6 TB/s"));
  }

  @Test
  void aBoxWithoutCoolantHasNoTemperatures() {
    assertThat(report("mi300x-mesh", SampleAnalysis.fabrics("mi300x-mesh")).sections())
        .extracting(Section::id)
        .contains("drawing", "charts", "bill")
        .doesNotContain("temperature");
  }
}
