package supernode.ui.canvas;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import supernode.analysis.Failures;
import supernode.analysis.PipeFlows;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.Placement;
import supernode.figure.Pen;
import supernode.figure.Shape;
import supernode.figure.Transform;
import supernode.figure.View;
import supernode.figure.drawing.DesignFigure;
import supernode.quantity.Messages;
import supernode.store.DesignReader;
import supernode.ui.Solving;
import supernode.ui.Workspace;

/**
 * Drawing: a figure made anew, and a whole repaint of a window of 1600 x 1000 with what is rendered
 * of it, on the software pipeline and without a display.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Dglass.platform=Headless", "-Dprism.order=sw"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class CanvasBench {
  /** The sample rack, and ten thousand chips side by side. */
  @Param({"nvl72", "chips-10000"})
  public String design;

  private final Catalog catalog = CatalogReader.shipped();
  private final WritableImage image = new WritableImage(1600, 1000);
  private Design opened;
  private CanvasView view;
  private int turn;

  @Setup
  public void open() throws InterruptedException {
    opened =
        design.equals("nvl72")
            ? DesignReader.read(Path.of("sample-designs/gb200-nvl72.supernode.json"), catalog)
                .design()
            : chips();
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    onWindow(() -> {
      Workspace workspace =
          new Workspace(catalog, opened, new Solving(catalog, _ -> {}, Runnable::run));
      view = new CanvasView(workspace, new Messages(Locale.ENGLISH));
      view.setAnimated(false);
      Scene scene = new Scene(view, 1600, 1000);
      // The colours of the few controls; without them the toolkit logs that they are missing.
      scene
          .getStylesheets()
          .add(
              Objects.requireNonNull(getClass().getResource("/assets/theme/tokens-light.css"))
                  .toExternalForm());
      scene.snapshot(image);
      allInView();
    });
  }

  private void allInView() {
    Count count = new Count();
    view.board().figure().figure().paint(view.board().camera().view(), count);
    if (design.equals("chips-10000") && count.instances != 10_000) {
      throw new IllegalStateException("in view: " + count.instances);
    }
  }

  private static Design chips() {
    Placement chips =
        new Placement("gb200-gpu", 10_000, new Arrangement.Grid(0, 0, 100, 90, 120, 20), Map.of());
    Assembly floor =
        new Assembly(
            "Floor", Assembly.Level.CLUSTER, 0, "", Map.of("chip", chips), List.of(), Map.of());
    return Design.empty("Chips", "floor", floor);
  }

  private static void onWindow(Runnable action) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      action.run();
      done.countDown();
    });
    done.await();
  }

  @TearDown
  public void close() {
    Platform.exit();
  }

  /** The view moves by a pixel: all is painted again. */
  @Benchmark
  public void repaint() throws InterruptedException {
    int dx = (turn++ & 1) * 2 - 1;
    onWindow(() -> {
      view.look(view.board().camera().panned(dx, 0));
      view.getScene().snapshot(image);
    });
  }

  /** The figure after an edit, and all of it looked at. */
  @Benchmark
  public int figure() {
    DesignFigure made =
        DesignFigure.of(opened, opened.library(catalog))
            .showing(Optional.empty(), PipeFlows.NONE, Set.of(), Failures.NONE);
    Count count = new Count();
    made.figure().paint(View.ofWidth(made.bounds(), 1600), count);
    return count.shapes;
  }

  private static final class Count implements Pen {
    private int shapes;
    private int instances;

    @Override
    public void enter(Shape.Group group, Transform pixels) {
      instances += group.tag().isEmpty() ? 0 : 1;
    }

    @Override
    public void draw(Shape shape, Transform pixels) {
      shapes++;
    }
  }
}
