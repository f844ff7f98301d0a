package supernode.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import supernode.analysis.Analysis;
import supernode.analysis.Overlay;
import supernode.analysis.workload.Workloads;
import supernode.catalog.Catalog;
import supernode.catalog.PublishedFigure;
import supernode.catalog.PublishedReader;
import supernode.catalog.PublishedSystem;
import supernode.figure.Figure;
import supernode.figure.Palette;
import supernode.figure.SvgWriter;
import supernode.figure.View;
import supernode.figure.awt.AwtPainter;
import supernode.figure.drawing.DesignFigure;
import supernode.quantity.Messages;
import supernode.report.ComparisonReport;
import supernode.report.DesignReport;
import supernode.report.HtmlWriter;
import supernode.report.PdfWriter;
import supernode.report.Report;
import supernode.store.SafeFile;
import supernode.store.Samples;

/** Writes documents and pictures of an analysed design. */
final class Documents {
  /** A file is made for looking closer than a screen of its width would show. */
  private static final double FINENESS = 2;

  private final Catalog catalog;
  private final Messages messages;

  Documents(Catalog catalog, Messages messages) {
    this.catalog = catalog;
    this.messages = messages;
  }

  void svg(Analysis analysis, Overlay overlay, boolean dark, int width, Path to) {
    Figure figure = figure(analysis, overlay);
    View view = View.ofWidth(figure.bounds(), width).finer(FINENESS);
    String svg = SvgWriter.write(figure, view, palette(dark), analysis.design().name());
    SafeFile.write(to, svg.getBytes(StandardCharsets.UTF_8));
  }

  void png(Analysis analysis, Overlay overlay, boolean dark, int width, Path to) {
    Figure figure = figure(analysis, overlay);
    View view = View.ofWidth(figure.bounds(), width).finer(FINENESS);
    try {
      SafeFile.write(to, AwtPainter.png(figure, view, palette(dark)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void pdf(Analysis analysis, Path to) {
    pdf(report(analysis), to);
  }

  private void pdf(Report report, Path to) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      PdfWriter.write(report, messages, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SafeFile.write(to, bytes.toByteArray());
  }

  /** Designs side by side. */
  void comparison(List<Analysis> analyses, boolean pdf, Path to) {
    Report report = ComparisonReport.of(analyses, catalog);
    if (pdf) {
      pdf(report, to);
    } else {
      SafeFile.write(to, HtmlWriter.write(report, messages).getBytes(StandardCharsets.UTF_8));
    }
  }

  void html(Analysis analysis, Path to) {
    SafeFile.write(
        to, HtmlWriter.write(report(analysis), messages).getBytes(StandardCharsets.UTF_8));
  }

  private Report report(Analysis analysis) {
    return DesignReport.of(
        analysis,
        analysis.design().library(catalog),
        published(analysis.design().name()),
        new Workloads().of(analysis));
  }

  /** What is known of the system that a design is named after; nothing of most. */
  private static List<PublishedFigure> published(String design) {
    return Samples.NAMES.stream()
        .flatMap(name -> PublishedReader.ofSample(name).stream())
        .filter(system -> system.name().equals(design))
        .findFirst()
        .map(PublishedSystem::figures)
        .orElse(List.of());
  }

  private Figure figure(Analysis analysis, Overlay overlay) {
    return DesignFigure.of(
            analysis.design(),
            analysis.design().library(catalog),
            Optional.of(analysis),
            overlay,
            analysis.scenario())
        .figure();
  }

  private static Palette palette(boolean dark) {
    return dark ? Palette.DARK : Palette.LIGHT;
  }
}
