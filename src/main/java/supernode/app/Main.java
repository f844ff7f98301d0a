package supernode.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/** Entry point: the command line, or the window. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Language.asked(System.getenv()).ifPresent(Locale::setDefault);
    Sink results = new Sink(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = writer(System.err, "stderr.encoding", true);
    int code = run(writer(results, "stdout.encoding", false), err, args);
    System.exit(results.loss().map(why -> Failures.report(why, err)).orElse(code));
  }

  /**
   * Runs a command and returns its exit code: 0 done, 1 errors found, 2 bad input, 3 our fault.
   *
   * @param out where results go
   * @param err where messages go
   */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    try {
      if (opensWindow(args)) {
        return open(err, args);
      }
      return commandLine(args).setOut(out).setErr(err).execute(args);
    } catch (Error e) {
      return Failures.report(e, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  // Reading a command line takes classes that cannot be kept ready; the window starts without them.
  private static int open(PrintWriter err, String... args) {
    try {
      return Window.open(args.length == 0 ? Optional.empty() : Optional.of(Path.of(args[1])));
    } catch (RuntimeException e) {
      return Failures.report(e, err);
    }
  }

  /** Whether a call asks for the window and nothing else, with a file or without. */
  static boolean opensWindow(String... args) {
    return args.length == 0 || args.length == 2 && args[0].equals("open") && isFileName(args[1]);
  }

  private static boolean isFileName(String argument) {
    if (argument.isEmpty() || argument.startsWith("-") || argument.startsWith("@")) {
      return false;
    }
    try {
      return !Path.of(argument).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
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
  private static PrintWriter writer(OutputStream to, String encodingProperty, boolean flushes) {
    Charset charset = Charset.forName(System.getProperty(encodingProperty, "UTF-8"));
    boolean plain = charset.equals(StandardCharsets.US_ASCII);
    return new PrintWriter(to, flushes, plain ? StandardCharsets.UTF_8 : charset);
  }
}
