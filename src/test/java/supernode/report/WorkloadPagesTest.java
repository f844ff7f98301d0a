package supernode.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import supernode.analysis.Analysis;
import supernode.analysis.SampleAnalysis;
import supernode.analysis.Severity;
import supernode.analysis.workload.Workloads;
import supernode.design.Design;
import supernode.design.Setting;
import supernode.design.Workload;
import supernode.design.edit.Edit;
import supernode.quantity.Messages;

/** Workloads of the scenario in the document, in both languages. */
class WorkloadPagesTest {
  private static final String SCENARIO = "industrial inspection";
  private static final String JOB = "inspection-retraining";

  /** The sample, its job with another strategy. */
  private static Report report(Map<String, Setting> strategy) {
    Design design = SampleAnalysis.design("superpod-h100-su");
    Workload old = design.scenarios().get(SCENARIO).workloads().get(JOB);
    Map<String, Setting> job = new LinkedHashMap<>(old.job().members());
    job.put("strategy", new Setting.Group(strategy));
    Workload next = new Workload(old.kind(), new Setting.Group(job));
    Design with =
        SampleAnalysis.edited(design, new Edit.SetWorkload(SCENARIO, JOB, Optional.of(next)));
    Analysis analysis = SampleAnalysis.full(with, SCENARIO);
    return DesignReport.of(
        analysis, with.library(SampleAnalysis.CATALOG), List.of(), new Workloads().of(analysis));
  }

  private static String text(Report report, Locale locale) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfWriter.write(report, new Messages(locale), out);
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void numbersChartsAndStrategiesAreToldInBothLanguages() throws Exception {
    Report report = report(Map.of("search", new Setting.Truth(true)));
    assertThat(report.sections())
        .extracting(Section::id)
        .contains("workload-" + JOB, "charts-" + JOB, "strategies-" + JOB);
    assertThat(text(report, Locale.ENGLISH))
        .contains("Workload “inspection-retraining”", "Training step", "Tokens per second")
        .contains("Calibrated", "Bound")
        .contains("Throughput over devices", "Roofline, forward pass", "selective");
    assertThat(text(report, Locale.SIMPLIFIED_CHINESE)).contains("训练步", "屋顶线", "选择性", "校准", "理论极限");
  }

  /** What the window and the command line find, the report's verdict counts. */
  @Test
  void singlePointsCountInTheVerdict() {
    Report report = report(Map.of());
    assertThat(report.verdict().worst()).contains(Severity.WARNING);
    assertThat(
            report.sections().stream()
                .filter(Section.Findings.class::isInstance)
                .map(Section.Findings.class::cast)
                .flatMap(f -> f.entries().stream()))
        .anyMatch(e -> e.text().key().equals("finding.singlePointStops"));
  }

  @Test
  void aRefusalIsAFindingOfTheReport() {
    Report report = report(Map.of("tp", new Setting.Amount(3)));
    assertThat(report.verdict().worst()).contains(Severity.ERROR);
    Section.Findings findings =
        report.sections().stream()
            .filter(Section.Findings.class::isInstance)
            .map(Section.Findings.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(findings.entries())
        .anyMatch(e -> e.text().key().equals("finding.workload") && !e.mends().isEmpty());
  }
}
