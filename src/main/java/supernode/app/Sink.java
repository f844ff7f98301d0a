package supernode.app;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Standard output that remembers why it could not be written: writers above it would not say. */
final class Sink extends FilterOutputStream {
  private IOException failure;

  Sink(OutputStream to) {
    super(new BufferedOutputStream(to));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      throw remember(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw remember(e);
    }
  }

  private IOException remember(IOException e) {
    if (failure == null) {
      failure = e;
    }
    return e;
  }

  /** Why results were lost. Empty also when the reader has seen enough, as "head" has. */
  Optional<String> loss() {
    String reason = failure == null ? "" : String.valueOf(failure.getMessage());
    boolean enough = reason.toLowerCase(Locale.ROOT).contains("pipe");
    return reason.isEmpty() || enough ? Optional.empty() : Optional.of(reason);
  }
}
