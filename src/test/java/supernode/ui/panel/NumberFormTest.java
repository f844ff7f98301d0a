package supernode.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.design.Routing;
import supernode.design.Routings;
import supernode.design.TrafficPattern;
import supernode.design.TrafficPatterns;

class NumberFormTest {
  private static <T> NumberForm<T> form(List<NumberForm<T>> all, String name) {
    return all.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void whatIsShownTypedAgainChangesNothing() {
    for (TrafficPattern p : TrafficPatterns.BY_KEY.values()) {
      for (NumberForm<TrafficPattern> f : NumberForm.of(p)) {
        assertThat(f.typed().apply(f.value())).as("%s %s", p.key(), f.name()).contains(p);
      }
    }
    for (Routing r : Routings.BY_KEY.values()) {
      for (NumberForm<Routing> f : NumberForm.of(r)) {
        assertThat(f.typed().apply(f.value())).as("%s %s", r.key(), f.name()).contains(r);
      }
    }
  }

  @Test
  void oneNumberChangesAndTheOthersStay() {
    TrafficPattern spot = new TrafficPattern.HotSpot(3, 0.25, 7);
    assertThat(form(NumberForm.of(spot), "share").typed().apply("40 %"))
        .contains(new TrafficPattern.HotSpot(3, 0.4, 7));
    assertThat(form(NumberForm.of(spot), "seed").typed().apply("9"))
        .contains(new TrafficPattern.HotSpot(3, 0.25, 9));
    assertThat(form(NumberForm.of(spot), "target").typed().apply("many")).isEmpty();
  }

  @Test
  void dimensionsAreTypedAsTheyAreSpoken() {
    TrafficPattern tornado = new TrafficPattern.Tornado(List.of());
    NumberForm<TrafficPattern> dims = form(NumberForm.of(tornado), "dims");
    assertThat(dims.typed().apply("8 by 8")).isEmpty();
    assertThat(dims.typed().apply("8x8x4")).contains(new TrafficPattern.Tornado(List.of(8, 8, 4)));
    assertThat(dims.typed().apply("8 8")).contains(new TrafficPattern.Tornado(List.of(8, 8)));
    assertThat(dims.typed().apply(" ")).contains(tornado);
  }

  @Test
  void aLegOfARoutingIsTypedThroughIt() {
    Routing valiant = new Routing.Valiant(new Routing.Minimal(0));
    assertThat(form(NumberForm.of(valiant), "routersPerGroup").typed().apply("8"))
        .contains(new Routing.Valiant(new Routing.Minimal(8)));
  }
}
