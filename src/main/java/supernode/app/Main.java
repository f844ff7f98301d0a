package supernode.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;

/** Entry point: the command line, or the window. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Language.asked(System.getenv()).ifPresent(Locale::setDefault);
    PrintWriter out = writer(System.out, "stdout.encoding");
    PrintWriter err = writer(System.err, "stderr.encoding");
    System.exit(run(out, err, args));
  }

  /**
   * Runs a command and returns its exit code: 0 done, 1 errors found, 2 bad input, 3 our fault.
   *
   * @param out where results go
   * @param err where messages go
   */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    try {
      return commandLine(args).setOut(out).setErr(err).execute(args);
    } catch (Error e) {
      return Failures.report(e, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** All commands, or of a call the one that it names. */
  static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new StudioCommand());
    StudioCommand.neededBy(args).forEach(line::addSubcommand);
    line.setExecutionExceptionHandler(Failures::report)
        .setParameterExceptionHandler(Failures::reportUsage)
        .setCaseInsensitiveEnumValuesAllowed(true);
    sayVersion(line);
    return line;
  }

  // Every command knows --version, and all have the program's.
  private static void sayVersion(CommandLine line) {
    line.getCommandSpec().versionProvider(new Version());
    line.getSubcommands().values().forEach(Main::sayVersion);
  }

  // Plain ASCII is what Java takes for the language "C", where terminals read UTF-8 all the same.
  private static PrintWriter writer(PrintStream stream, String encodingProperty) {
    Charset charset = Charset.forName(System.getProperty(encodingProperty, "UTF-8"));
    boolean plain = charset.equals(StandardCharsets.US_ASCII);
    return new PrintWriter(stream, true, plain ? StandardCharsets.UTF_8 : charset);
  }
}
