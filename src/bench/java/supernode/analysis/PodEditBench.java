package supernode.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import supernode.design.Arrangement;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Routing;
import supernode.design.edit.Edit;
import supernode.store.DesignReader;

/** From an edit of the super pod of 8,192 chips to its published analysis. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 3, time = 4)
public class PodEditBench {
  private static final String SCENARIO = Design.DEFAULT_SCENARIO;

  private final Catalog catalog = CatalogReader.shipped();
  private ExecutorService beside;
  private Analyst analyst;
  private Design design;
  private Optional<Analysis> before;
  private int turn;

  @Setup
  public void open() {
    design =
        DesignReader.read(Path.of("sample-designs/atlas950-superpod.supernode.json"), catalog)
            .design();
    // As the window does: loop, power and sums beside the networks.
    beside = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    analyst = new Analyst(catalog, beside);
    before = Optional.of(analyst.full(design, SCENARIO, () -> false));
  }

  @TearDown
  public void close() {
    beside.shutdown();
  }

  /** Another switch fails each time: until its rates are published. */
  @Benchmark
  public Analysis failASwitch() {
    return analyst.rates(failing(), SCENARIO, before, () -> false);
  }

  /** Another rack loses a link to a switch each time: until the rates are published. */
  @Benchmark
  public Analysis failALink() {
    turn = (turn + 1) % 32;
    Damage links = new Damage.Links("rack[" + turn + "]", "interconnect[" + turn + "].plane[0]", 1);
    Design damaged = new Edit.SetDamage(SCENARIO, List.of(links)).applyTo(design);
    return analyst.rates(damaged, SCENARIO, before, () -> false);
  }

  /** One to sixteen links at random, others each time: until the rates are published. */
  @Benchmark
  public Analysis failRandomLinks() {
    turn++;
    Damage links = new Damage.Random(Damage.Part.LINKS, Fabric.SCALE_UP, 1 + turn % 16, turn);
    Design damaged = new Edit.SetDamage(SCENARIO, List.of(links)).applyTo(design);
    return analyst.rates(damaged, SCENARIO, before, () -> false);
  }

  /** A failed switch until everything is answered: nothing of the network can be kept. */
  @Benchmark
  public Analysis failASwitchWhole() {
    return analyst.full(failing(), SCENARIO, () -> false);
  }

  private Design failing() {
    turn = (turn + 1) % 32;
    String chip = "interconnect[" + turn + "].plane[0].l2[0]";
    return new Edit.SetFault(SCENARIO, chip, true).applyTo(design);
  }

  /** Another routing: the drawing is kept, the rates are not. */
  @Benchmark
  public Analysis otherRouting() {
    turn = (turn + 1) % 2;
    Routing routing = turn == 0 ? new Routing.EqualCost() : new Routing.UpDown();
    return analyst.full(
        new Edit.SetRouting(Fabric.SCALE_UP, routing).applyTo(design), SCENARIO, () -> false);
  }

  /** Something moves on the canvas: nothing is solved again. */
  @Benchmark
  public Analysis moveAPart() {
    turn++;
    return analyst.full(
        new Edit.Arrange("pod", "rack", new Arrangement.Grid(turn, 0, 300, 200, 1, 0))
            .applyTo(design),
        SCENARIO,
        () -> false);
  }
}
