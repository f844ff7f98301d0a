package supernode.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
}
