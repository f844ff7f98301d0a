package supernode.ui.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import supernode.analysis.Analysis;
import supernode.analysis.Comparison;
import supernode.design.Design;
import supernode.figure.Palette;
import supernode.quantity.Messages;
import supernode.report.ComparisonCsv;
import supernode.report.ComparisonReport;
import supernode.report.PdfWriter;
import supernode.store.SafeFile;
import supernode.store.Samples;
import supernode.store.StoreException;
import supernode.ui.compare.CompareView;
import supernode.ui.compare.Contest;
import supernode.ui.compare.Sources;

/** A window beside the studio's with designs side by side; it keeps what it was given. */
final class CompareWindow {
  private static final double WIDTH = 1500;
  private static final double HEIGHT = 940;
  private static final double EDGE = 40;

  private final Studio studio;
  private final Documents documents;
  private final Stage owner;
  private final Messages messages;
  private final Contest contest;
  private CompareView view;

  CompareWindow(Studio studio, Documents documents, Stage owner) {
    this.studio = studio;
    this.documents = documents;
    this.owner = owner;
    this.messages = studio.messages();
    this.contest = new Contest(studio.workspace()::catalog, documents.trying(), documents.window());
  }

  /** Opens on the design that is open, and as it was last saved where it has changed since. */
  void show() {
    Sources sources = new Sources(studio.workspace(), messages, shelf());
    view =
        new CompareView(
            contest,
            sources,
            studio.workspace()::catalog,
            messages,
            studio.themeProperty().get() == Theme.DARK ? Palette.DARK : Palette.LIGHT,
            this::write);
    view.setStyle(owner.getScene().getRoot().getStyle());
    var screen = javafx.stage.Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            view,
            Math.min(WIDTH, screen.getWidth() - EDGE),
            Math.min(HEIGHT, screen.getHeight() - EDGE));
    studio.themeProperty().get().dress(scene);
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle(messages.say("ui.compare.title"));
    stage.setScene(scene);
    stage.setX(screen.getMinX() + (screen.getWidth() - scene.getWidth()) / 2);
    stage.setY(screen.getMinY() + (screen.getHeight() - scene.getHeight()) / 2);
    // Parts that are edited while the window is open count here too.
    Subscription parts =
        studio
            .workspace()
            .catalogProperty()
            .subscribe(() -> {
              view.forget();
              contest.solveAgain();
            });
    stage.setOnHidden(_ -> {
      parts.unsubscribe();
      contest.clear();
    });
    stage.show();
    if (!studio.workspace().design().rootAssembly().placements().isEmpty()) {
      sources.saved().ifPresent(contest::add);
      contest.add(sources.present());
    }
  }

  private Sources.Shelf shelf() {
    return new Sources.Shelf() {
      @Override
      public List<Samples.Group> samples() {
        return documents.files().samples();
      }

      @Override
      public void sample(String name, Consumer<Design> to) {
        documents.sampleFor(name, to);
      }

      @Override
      public void file(Consumer<Design> to) {
        documents.fileFor(to);
      }
    };
  }

  private void write(CompareView.Format format, List<Analysis> answers) {
    String ending = format == CompareView.Format.PDF ? "pdf" : "csv";
    documents
        .askTarget(String.join(" ", Comparison.names(answers)), ending)
        .ifPresent(target ->
            documents
                .trying()
                .execute(() -> {
                  String said;
                  try {
                    SafeFile.write(target, bytes(format, answers));
                    said = messages.say("ui.compare.written", target.toString());
                  } catch (UncheckedIOException | StoreException e) {
                    said =
                        messages.say(
                            "ui.compare.failed", target.toString(), String.valueOf(e.getMessage()));
                  }
                  String words = said;
                  documents.window().execute(() -> view.say(words));
                }));
  }

  private byte[] bytes(CompareView.Format format, List<Analysis> answers) {
    if (format == CompareView.Format.CSV) {
      return ComparisonCsv.write(Comparison.of(answers), messages).getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PdfWriter.write(ComparisonReport.of(answers, studio.workspace().catalog()), messages, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
