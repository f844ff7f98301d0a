package supernode.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Design;
import supernode.design.Placement;
import supernode.design.edit.Edit;
import supernode.store.DesignReader;

/** From an edit of the NVL72 sample to its published analysis. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class EditBench {
  private final Catalog catalog = CatalogReader.shipped();
  private Analyst analyst;
  private Design design;
  private Optional<Analysis> last = Optional.empty();
  private int turn;
  private final ExecutorService beside = Executors.newSingleThreadExecutor();

  @Setup
  public void open() {
    design =
        DesignReader.read(Path.of("sample-designs/gb200-nvl72.supernode.json"), catalog).design();
    analyst = new Analyst(catalog, beside);
    last = Optional.of(analyst.full(design, Design.DEFAULT_SCENARIO, () -> false));
  }

  @TearDown
  public void close() {
    beside.close();
  }

  private Analysis full(Design next) {
    return analyst.full(next, Design.DEFAULT_SCENARIO, () -> false);
  }

  /** Another switch chip fails each time: network, loop and power are all solved again. */
  @Benchmark
  public Analysis failASwitch() {
    turn = (turn + 1) % 9;
    String chip = "fabric[" + turn + "].switch[" + (turn & 1) + "]";
    return full(new Edit.SetFault(Design.DEFAULT_SCENARIO, chip, true).applyTo(design));
  }

  /** The pump changes speed: only the loop is solved again. */
  @Benchmark
  public Analysis slowThePump() {
    turn = (turn + 1) % 16;
    return full(
        new Edit.SetValue("rack", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0.6 + 0.01 * turn))
            .applyTo(design));
  }

  /** A part moves on the canvas: nothing is solved again. */
  @Benchmark
  public Analysis moveAPart() {
    turn++;
    return full(
        new Edit.Arrange("rack", "cdu", new Arrangement.Grid(turn, 0, 300, 200, 1, 0))
            .applyTo(design));
  }

  /** One tray more: everything changes. */
  @Benchmark
  public Analysis addATray() {
    turn++;
    Edit add =
        new Edit.AddPlacement(
            "rack",
            "extra" + turn,
            new Placement("compute-tray", 1, new Arrangement.Slots(List.of(1)), Map.of()));
    return full(add.applyTo(design));
  }

  /** What is shown before the full answer is there. */
  @Benchmark
  public Analysis quickTier() {
    turn = (turn + 1) % 9;
    String chip = "fabric[" + turn + "].switch[0]";
    return analyst.quick(
        new Edit.SetFault(Design.DEFAULT_SCENARIO, chip, true).applyTo(design),
        Design.DEFAULT_SCENARIO,
        last);
  }
}
