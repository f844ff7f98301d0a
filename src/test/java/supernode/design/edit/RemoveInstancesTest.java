package supernode.design.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Scenario;
import supernode.design.Selector;
import supernode.design.Wiring;

class RemoveInstancesTest {
  static final int COUNT = 10;

  /** A rack of ten trays in slots 1 to 10, each with two chips; one wiring per tray range given. */
  private static Design rack(String... ranges) {
    Assembly tray =
        new Assembly(
            "tray",
            Assembly.Level.TRAY,
            1,
            "",
            Map.of(
                "gpu", new Placement("gpu", 2, new Arrangement.Grid(0, 0, 9, 9, 2, 1), Map.of())),
            List.of(),
            Map.of("up", List.of(Selector.parse("gpu[*].p"))));
    List<Wiring> wirings =
        List.of(ranges).stream()
            .map(r ->
                new Wiring(
                    r,
                    Fabric.SCALE_UP,
                    "l",
                    1,
                    new Pattern.FullMesh(Selector.parse("t[" + r + "].gpu[1].p"), 1)))
            .toList();
    List<Integer> slots = IntStream.rangeClosed(1, COUNT).boxed().toList();
    Assembly rack =
        new Assembly(
            "rack",
            Assembly.Level.RACK,
            0,
            "",
            Map.of("t", new Placement("tray", COUNT, new Arrangement.Slots(slots), Map.of())),
            wirings,
            Map.of());
    return Design.empty("d", "rack", rack).withAssembly("tray", tray);
  }

  private static Design remove(Design d, Integer... indices) {
    return new Edit.RemoveInstances("rack", "t", Set.of(indices)).applyTo(d);
  }

  private static List<String> ends(Design d) {
    return d.rootAssembly().wirings().stream()
        .map(w -> w.pattern().ends().getFirst().toString())
        .toList();
  }

  @Test
  void rangesShrinkAndShiftWithTheInstancesTheyName() {
    Design d = remove(rack("*", "0..4", "3", "5", "8..9"), 3, 4);
    assertThat(ends(d))
        .containsExactly("t[*].gpu[1].p", "t[0..2].gpu[1].p", "t[3].gpu[1].p", "t[6..7].gpu[1].p");
  }

  @Test
  void removingAllRemovesThePlacement() {
    Integer[] all = IntStream.range(0, COUNT).boxed().toArray(Integer[]::new);
    Design d = remove(rack("*"), all);
    assertThat(d.rootAssembly().placements()).isEmpty();
    assertThat(d.rootAssembly().wirings()).isEmpty();
  }

  @Test
  void anInstanceInsideAnAssemblyGoesFromAllItsPlaces() {
    Design d = new Edit.RemoveInstances("tray", "gpu", Set.of(0)).applyTo(rack("0..1"));
    assertThat(d.assemblies().get("tray").placements().get("gpu").count()).isEqualTo(1);
    assertThat(ends(d)).containsExactly("t[0..1].gpu[0].p");
  }

  @Test
  void anInstanceThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> remove(rack(), COUNT)).isInstanceOf(DesignException.class);
  }

  @Property
  void faultsValuesAndSlotsFollowTheInstancesThatStay(
      @ForAll @Size(min = 1, max = COUNT - 1) Set<@IntRange(max = COUNT - 1) Integer> removed) {
    Design d = rack();
    Scenario all =
        Scenario.DEFAULT.withFaults(
            IntStream.range(0, COUNT).mapToObj(i -> "t[" + i + "]").toList());
    d = d.withScenario("default", all);
    for (int i = 0; i < COUNT; i++) {
      d = d.withOverrides(with(d, "t[" + i + "].gpu[0]", i));
    }
    Design after = remove(d, removed.toArray(Integer[]::new));
    List<Integer> kept =
        IntStream.range(0, COUNT).boxed().filter(i -> !removed.contains(i)).toList();
    Placement p = after.rootAssembly().placements().get("t");
    assertThat(p.count()).isEqualTo(kept.size());
    assertThat(p.arrangement())
        .isEqualTo(new Arrangement.Slots(kept.stream().map(i -> i + 1).toList()));
    assertThat(after.scenarios().get("default").faults()).hasSize(kept.size());
    for (int i = 0; i < kept.size(); i++) {
      assertThat(after.overrides().get("t[" + i + "].gpu[0]"))
          .containsEntry(supernode.catalog.Property.POWER_W, (double) kept.get(i));
    }
  }

  private static Map<String, Map<supernode.catalog.Property, Double>> with(
      Design d, String path, double powerW) {
    Map<String, Map<supernode.catalog.Property, Double>> next =
        new java.util.TreeMap<>(d.overrides());
    next.put(path, Map.of(supernode.catalog.Property.POWER_W, powerW));
    return next;
  }

  @Property
  void oneByOneFromTheLastIsTheSameAsAllAtOnce(
      @ForAll @Size(min = 1, max = COUNT - 1) Set<@IntRange(max = COUNT - 1) Integer> removed) {
    Design start = rack("*", "0..4", "2..7", "5");
    Design one = start;
    for (int i : new TreeSet<>(removed).descendingSet()) {
      one = remove(one, i);
    }
    assertThat(remove(start, removed.toArray(Integer[]::new))).isEqualTo(one);
  }
}
