package supernode.interop.epanet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InpWriterTest {
  @Test
  void whatIsWrittenIsReadBackTheSame() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/epanet"))) {
      List<Path> networks = files.filter(f -> f.toString().endsWith(".inp")).toList();
      assertThat(networks).isNotEmpty();
      for (Path file : networks) {
        InpNetwork read = InpReader.read(file);
        InpNetwork again = InpReader.parse("again", InpWriter.text(read, Map.of()));
        assertThat(again.nodes()).isEqualTo(read.nodes());
        assertThat(again.links()).isEqualTo(read.links());
        assertThat(again.curves()).isEqualTo(read.curves());
        assertThat(again.controls()).isEqualTo(read.controls());
        assertThat(again.times().startClockS()).isEqualTo(read.times().startClockS());
        assertThat(again.options()).isEqualTo(read.options());
        assertThat(StartState.of(again).settings()).isEqualTo(StartState.of(read).settings());
      }
    }
  }

  @Test
  void namesStandBehindTheirIdsAsRemarks() {
    InpNetwork read = InpReader.parse("n", "[JUNCTIONS]\nN1 5\n");
    String text = InpWriter.text(read, Map.of("N1", "compute[0].plate\nbroken"));
    assertThat(text).contains(" N1 5.0 ; compute[0].plate broken\n");
    assertThat(InpReader.parse("n", text).nodes()).isEqualTo(read.nodes());
  }
}
