package supernode.catalog.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.Confidence;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.quantity.Text;

/** A part of one's own as it is written: nothing changes unasked, and no figure without source. */
class DraftTest {
  private static final Catalog CATALOG = CatalogReader.shipped();

  private static Draft h100() {
    Entry entry = Entry.of(CATALOG.part("h100-sxm").orElseThrow(), false);
    return Draft.copyOf(entry, "Mine", id -> CATALOG.part(id).isPresent());
  }

  private static Map<String, Text> problems(Draft draft) {
    return draft.problems(id -> CATALOG.part(id).isPresent());
  }

  private static Draft typed(Draft draft, Property property, String value) {
    return draft.with(property, draft.line(property).typed(property, value));
  }

  static Stream<Part> parts() {
    return CATALOG.parts().values().stream();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void aCopyOfAnyPartDiffersInIdAndNameAlone(Part part) {
    Draft copy = Draft.copyOf(Entry.of(part, false), "Mine", id -> CATALOG.part(id).isPresent());
    assertThat(problems(copy)).isEmpty();
    Part made = copy.part();
    assertThat(made.values()).isEqualTo(part.values());
    assertThat(made.ports()).isEqualTo(part.ports());
    assertThat(made.vendor()).isEqualTo(part.vendor());
    assertThat(made.id()).startsWith(part.id()).isNotEqualTo(part.id());
  }

  @Test
  void aCopyOfALinkTypeCarriesTheSameProtocols() {
    LinkType link = CATALOG.links().values().iterator().next();
    LinkType made = Draft.copyOf(Entry.of(link, false), "Mine", _ -> false).link(link.family());
    assertThat(made.protocols()).isEqualTo(link.protocols());
    assertThat(made.values()).isEqualTo(link.values());
    assertThat(made.medium()).isEqualTo(link.medium());
  }

  @Test
  void aSecondCopyHasAnotherId() {
    Entry entry = Entry.of(CATALOG.part("h100-sxm").orElseThrow(), false);
    assertThat(Draft.copyOf(entry, "Mine", "h100-sxm-own"::equals).id()).isEqualTo("h100-sxm-own2");
  }

  @Test
  void aChangedFigureHasNoSourceUntilOneIsGiven() {
    Draft changed = typed(h100(), Property.POWER_W, "0.8 kW");
    assertThat(problems(changed)).containsOnlyKeys("powerW source");
    assertThat(changed.line(Property.POWER_W).confidence()).isEqualTo(Confidence.USER);

    Draft sourced =
        changed.with(Property.POWER_W, changed.line(Property.POWER_W).withSource("my bench"));
    assertThat(problems(sourced)).isEmpty();
    var power = sourced.part().values().find(Property.POWER_W).orElseThrow();
    assertThat(power.value()).isEqualTo(800);
    assertThat(power.source()).isEqualTo("my bench");
    // What was not touched keeps its own.
    assertThat(sourced.part().values().find(Property.FP8_DENSE))
        .isEqualTo(CATALOG.part("h100-sxm").orElseThrow().values().find(Property.FP8_DENSE));
  }

  @Test
  void theOldFigureTypedAgainHasItsOldSource() {
    Draft back = typed(typed(h100(), Property.POWER_W, "1 kW"), Property.POWER_W, "700 W");
    assertThat(problems(back)).isEmpty();
    assertThat(back.part().values()).isEqualTo(CATALOG.part("h100-sxm").orElseThrow().values());
  }

  @Test
  void aBlankFigureIsNotPublic() {
    Draft blank = typed(h100(), Property.POWER_W, " ");
    assertThat(problems(blank)).isEmpty();
    assertThat(blank.part().values().find(Property.POWER_W)).isEmpty();
  }

  @Test
  void whatIsWrongIsToldByField() {
    Draft draft =
        typed(typed(h100(), Property.POWER_W, "700 GB"), Property.EFFICIENCY, "250 %")
            .withId("h100-sxm")
            .withName("  ");
    assertThat(problems(draft))
        .containsOnlyKeys(
            "id", "name", "powerW", "powerW source", "efficiency", "efficiency source");
    assertThat(problems(h100().withId("my part"))).containsOnlyKeys("id");
    assertThat(problems(h100().withName("line\nbreak"))).containsOnlyKeys("name");
  }

  @Test
  void portsHaveCountsRatesAndSourcesToo() {
    Draft draft = h100();
    DraftPort faster = draft.ports().getFirst().typed("18", "50 GB/s");
    assertThat(problems(draft.with(0, faster))).containsOnlyKeys("port 0 source");
    Part made = draft.with(0, faster.withSource("plan")).part();
    assertThat(((PortType.Signal) made.ports().getFirst().type()).rateBytesPerS()).isEqualTo(50e9);
    assertThat(made.ports().getFirst().origin().orElseThrow().confidence())
        .isEqualTo(Confidence.USER);
    assertThat(problems(draft.with(0, draft.ports().getFirst().typed("0", "fast"))))
        .containsOnlyKeys("port 0 count", "port 0 rate", "port 0 source");
  }
}
