package supernode.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.CatalogWriter;
import supernode.catalog.Confidence;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;

/** The user's own parts on disk: what is saved comes back, what is removed is gone. */
class OwnCatalogTest {
  @TempDir private Path folder;

  private static Part part(String id, PartKind kind, double watts) {
    Values values =
        new Values(Map.of(Property.POWER_W, new Sourced(watts, Confidence.USER, "bench", "")));
    return new Part(id, kind, "Name of " + id, "Me", values, List.of());
  }

  private OwnCatalog again() {
    return OwnCatalog.read(folder.resolve("parts"));
  }

  @Test
  void whatIsSavedComesBackOnTopOfWhatShips() {
    OwnCatalog own = again();
    assertThat(own.over(Catalog.EMPTY).parts()).isEmpty();
    own.save(part("mine", PartKind.CPU, 300));
    own.save(new LinkType("wire", LinkType.Family.SIGNAL, "Wire", "DAC", List.of(), Values.NONE));

    Catalog back = again().over(CatalogReader.shipped());
    assertThat(back.part("mine")).contains(part("mine", PartKind.CPU, 300));
    assertThat(back.link("wire")).isPresent();
    assertThat(back.part("h100-sxm")).isPresent();
    assertThat(again().hasPart("mine")).isTrue();
    assertThat(again().hasPart("h100-sxm")).isFalse();
  }

  @Test
  void manyAtOnceAreAFileOfEachKindAndWhatIsHeldIsRenewedWhereItStands() throws IOException {
    OwnCatalog own = again();
    own.save(part("a", PartKind.CPU, 1));
    own.save(part("b", PartKind.CPU, 2));
    LinkType wire =
        new LinkType("wire", LinkType.Family.SIGNAL, "Wire", "DAC", List.of(), Values.NONE);
    own.saveAll(
        List.of(
            part("a", PartKind.CPU, 9),
            part("b", PartKind.SWITCH, 8),
            part("c", PartKind.CPU, 7),
            part("d", PartKind.CPU, 6)),
        List.of(wire));

    Catalog back = again().over(Catalog.EMPTY);
    assertThat(back).isEqualTo(own.over(Catalog.EMPTY));
    assertThat(back.parts().values())
        .containsExactlyInAnyOrder(
            part("a", PartKind.CPU, 9),
            part("b", PartKind.SWITCH, 8),
            part("c", PartKind.CPU, 7),
            part("d", PartKind.CPU, 6));
    assertThat(back.link("wire")).contains(wire);
    try (var files = Files.list(folder.resolve("parts"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "a.json", "import-cpu.json", "import-switch.json", "import-link.json");
    }
    own.saveAll(List.of(part("e", PartKind.CPU, 5)), List.of());
    assertThat(again().hasPart("c")).isTrue();
    assertThat(again().hasPart("e")).isTrue();
  }

  @Test
  void savedAgainItReplacesItselfWhereItStands() throws IOException {
    Files.createDirectories(folder.resolve("parts"));
    Files.write(
        folder.resolve("parts/both.json"),
        CatalogWriter.parts(
            PartKind.CPU, List.of(part("a", PartKind.CPU, 1), part("b", PartKind.CPU, 2))));
    again().save(part("a", PartKind.CPU, 9));
    assertThat(folder.resolve("parts")).isDirectoryContaining("glob:**both.json");
    assertThat(again().over(Catalog.EMPTY).parts().values())
        .containsExactly(part("a", PartKind.CPU, 9), part("b", PartKind.CPU, 2));

    // Of another kind it cannot stand among processors.
    again().save(part("a", PartKind.NIC, 9));
    assertThat(again().troubles()).isEmpty();
    assertThat(again().over(Catalog.EMPTY).parts().values())
        .containsExactlyInAnyOrder(part("a", PartKind.NIC, 9), part("b", PartKind.CPU, 2));
  }

  @Test
  void removedItIsGoneAndWithTheLastOneItsFile() throws IOException {
    OwnCatalog own = again();
    own.save(part("a", PartKind.CPU, 1));
    own.removePart("a");
    own.removePart("never there");
    assertThat(again().over(Catalog.EMPTY).parts()).isEmpty();
    try (var left = Files.list(folder.resolve("parts"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aBadFileIsToldOfAndKeptAndDoesNotHideTheOthers() throws IOException {
    again().save(part("good", PartKind.CPU, 1));
    Path bad = Files.writeString(folder.resolve("parts/bad.json"), "{oops");
    OwnCatalog own = again();
    assertThat(own.troubles()).hasSize(1);
    assertThat(own.hasPart("good")).isTrue();
    own.save(part("bad", PartKind.CPU, 2));
    assertThat(bad).hasContent("{oops");
    assertThat(again().hasPart("bad")).isTrue();
  }

  @Test
  void whatCannotBeWrittenChangesNothing() throws IOException {
    Files.writeString(folder.resolve("parts"), "a file in the place of the folder");
    OwnCatalog own = again();
    Throwable refused = catchThrowable(() -> own.save(part("a", PartKind.CPU, 1)));
    assertThat(refused).isInstanceOf(StoreException.class);
    assertThat(own.hasPart("a")).isFalse();
  }
}
