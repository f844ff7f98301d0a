package supernode.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.design.Carried;
import supernode.design.Design;
import supernode.design.SmallCatalog;
import supernode.design.edit.RandomEdits;

/** What is written is what is read. */
class RoundTripProperty {
  @Property(tries = 300)
  void aDesignReadBackIsEqual(@ForAll long seed, @ForAll @IntRange(max = 120) int edits) {
    Design design = RandomEdits.design(seed, edits);
    byte[] written = DesignWriter.toBytes(StoredDesign.of(design));
    StoredDesign read = DesignReader.read("memory", written, SmallCatalog.CATALOG);
    assertThat(read.design()).isEqualTo(design);
    assertThat(new String(DesignWriter.toBytes(read), StandardCharsets.UTF_8))
        .isEqualTo(new String(written, StandardCharsets.UTF_8));
  }

  @Property(tries = 200)
  void whatIsInNoOtherCatalogueTravelsWithTheDesign(
      @ForAll long seed, @ForAll @IntRange(max = 120) int edits) {
    Design design = RandomEdits.design(seed, edits);
    Map<String, Part> parts = new LinkedHashMap<>(SmallCatalog.CATALOG.parts());
    Map<String, LinkType> links = new LinkedHashMap<>(SmallCatalog.CATALOG.links());
    parts.keySet().removeAll(Set.of("gpu", "plate", "box"));
    links.remove("hose");
    Catalog elsewhere = new Catalog(parts, links);

    Design whole = Carried.whole(design, SmallCatalog.CATALOG, elsewhere);
    byte[] written = DesignWriter.toBytes(StoredDesign.of(whole));

    // Of what they share they know the same.
    assertThat(DesignReader.read("elsewhere", written, elsewhere).design()).isEqualTo(whole);
    assertThat(DesignReader.read("at home", written, SmallCatalog.CATALOG).design())
        .isEqualTo(whole);
    assertThat(whole.library(SmallCatalog.CATALOG).parts())
        .isEqualTo(design.library(SmallCatalog.CATALOG).parts());
    assertThat(Carried.whole(whole, SmallCatalog.CATALOG, elsewhere)).isEqualTo(whole);
  }

  @Property(tries = 100)
  void aDesignThatUsesNoneOfOnesOwnIsWrittenAsItWas(
      @ForAll long seed, @ForAll @IntRange(max = 120) int edits) {
    Design design = RandomEdits.design(seed, edits);
    Catalog known =
        SmallCatalog.CATALOG.with(
            List.of(SmallCatalog.part("unused", PartKind.NIC)),
            List.of(
                SmallCatalog.link(
                    "spare", LinkType.Family.SIGNAL, supernode.catalog.Property.REACH_M, 3)));
    assertThat(
            DesignWriter.toBytes(
                StoredDesign.of(Carried.whole(design, known, SmallCatalog.CATALOG))))
        .isEqualTo(DesignWriter.toBytes(StoredDesign.of(design)));
  }
}
