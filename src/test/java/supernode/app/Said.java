package supernode.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command answered.
 *
 * @param code exit code
 * @param out results
 * @param err messages
 */
record Said(int code, String out, String err) {
  /** Runs a command as {@code main} does, in this process. */
  static Said to(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Said(code, out.toString(), err.toString());
  }
}
