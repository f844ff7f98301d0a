package supernode.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;

/** What a design takes with it when it is saved, and what it leaves behind. */
class CarriedTest {
  private static final Part OWN = SmallCatalog.part("own", PartKind.ACCELERATOR);
  private static final LinkType CABLE =
      SmallCatalog.link("cable", LinkType.Family.SIGNAL, Property.REACH_M, 3);
  private static final Catalog SHIPPED = SmallCatalog.CATALOG;
  private static final Catalog KNOWN = SHIPPED.with(List.of(OWN), List.of(CABLE));

  private static Design of(String part, String link) {
    Placement placement = new Placement(part, 2, new Arrangement.Grid(0, 0, 9, 9, 2, 1), Map.of());
    Wiring wiring =
        new Wiring(
            "",
            Fabric.SCALE_UP,
            link,
            1,
            new Pattern.Ring(new Selector(List.of(new Selector.Step("p", 0, 1)), "mesh"), 1));
    return Design.empty(
        "one",
        "rack",
        new Assembly(
            "rack", Assembly.Level.RACK, 0, "", Map.of("p", placement), List.of(wiring), Map.of()));
  }

  private static Design saved(Design design, Catalog known) {
    return Carried.recorded(design, known, SHIPPED);
  }

  @Test
  void theUsersOwnThatIsUsedGoesWithIt() {
    Design saved = saved(of("own", "cable"), KNOWN);
    assertThat(saved.parts()).containsExactly(OWN);
    assertThat(saved.links()).containsExactly(CABLE);
    assertThat(saved(saved, KNOWN)).isEqualTo(saved);
  }

  @Test
  void aCopyThatIsNoLongerUsedStaysBehind() {
    Design once = saved(of("own", "cable"), KNOWN);
    Design changed = of("gpu", "copper").withParts(once.parts()).withLinks(once.links());
    assertThat(saved(changed, KNOWN).parts()).isEmpty();
    assertThat(saved(changed, KNOWN).links()).isEmpty();
  }

  @Test
  void theLastCopyThereIsStays() {
    Design changed = of("gpu", "copper").withParts(List.of(OWN)).withLinks(List.of(CABLE));
    assertThat(saved(changed, SHIPPED).parts()).containsExactly(OWN);
    assertThat(saved(changed, SHIPPED).links()).containsExactly(CABLE);
  }
}
