package supernode.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;

/** The designs that ship are read, and are written as they stand. */
class SampleFilesTest {
  private final Catalog catalog = CatalogReader.shipped();

  static List<Path> samples() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("sample-designs"))) {
      return files.filter(f -> f.toString().endsWith(".supernode.json")).sorted().toList();
    }
  }

  @Test
  void everySampleSurvivesARoundTrip() throws Exception {
    assertThat(samples()).isNotEmpty();
    for (Path sample : samples()) {
      StoredDesign read = DesignReader.read(sample, catalog);
      byte[] written = DesignWriter.toBytes(read);
      assertThat(DesignReader.read(sample.toString(), written, catalog).design())
          .as(sample.toString())
          .isEqualTo(read.design());
    }
  }
}
