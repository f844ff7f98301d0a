package supernode.app;

import picocli.CommandLine;

/** Entry point: the command line, or the window. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command and returns its exit code: 0 done, 1 errors found, 2 bad input, 3 our fault. */
  static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new StudioCommand())
        .setExecutionExceptionHandler(Failures::report)
        .setParameterExceptionHandler(Failures::reportUsage)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
