package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SinkTest {
  private static Sink broken(String reason) {
    Sink sink =
        new Sink(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(reason);
              }
            });
    PrintWriter writer = new PrintWriter(sink, false, StandardCharsets.UTF_8);
    writer.println("results");
    writer.flush();
    return sink;
  }

  @Test
  void whatCouldNotBeWrittenIsALoss() {
    assertThat(broken("No space left on device").loss()).contains("No space left on device");
  }

  @Test
  void aReaderThatHasSeenEnoughIsNone() {
    assertThat(broken("Broken pipe").loss()).isEmpty();
  }

  @Test
  void whatIsWrittenArrives() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Sink sink = new Sink(bytes);
    PrintWriter writer = new PrintWriter(sink, false, StandardCharsets.UTF_8);
    writer.print("results");
    writer.flush();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("results");
    assertThat(sink.loss()).isEmpty();
  }
}
