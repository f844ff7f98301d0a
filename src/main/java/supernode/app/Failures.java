package supernode.app;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import supernode.analysis.workload.JobException;
import supernode.catalog.CatalogException;
import supernode.design.DesignException;
import supernode.interop.epanet.InpException;
import supernode.interop.graph.GraphFileException;
import supernode.interop.weather.WeatherException;
import supernode.quantity.Messages;
import supernode.quantity.QuantityException;
import supernode.quantity.Text;
import supernode.quantity.Words;
import supernode.store.StoreException;
import supernode.topology.generate.GeneratorException;

/** Turns failures into one sentence and an exit code; a stack trace reaches nobody. */
final class Failures {
  static final int ERRORS_FOUND = 1;
  static final int BAD_INPUT = 2;
  static final int INTERNAL = 3;

  private static final int SUGGESTED = 2;

  private Failures() {}

  /** The sentence of a failure that the input caused; empty for our own. */
  static Optional<Text> sentence(Throwable failure) {
    return switch (failure) {
      case StoreException e -> Optional.of(e.text());
      case DesignException e -> Optional.of(e.text());
      case CatalogException e -> Optional.of(e.text());
      case QuantityException e -> Optional.of(e.text());
      case InpException e -> Optional.of(e.text());
      case WeatherException e -> Optional.of(e.text());
      case GeneratorException e -> Optional.of(e.text());
      case GraphFileException e -> Optional.of(e.text());
      case JobException e -> Optional.of(e.text());
      case BadInput e -> Optional.of(e.text());
      default -> Optional.empty();
    };
  }

  static int report(Exception failure, CommandLine command, ParseResult parsed) {
    return report(failure, Language.of(parsed), command.getErr());
  }

  static int report(Exception failure, PrintWriter err) {
    return report(failure, Language.ofSystem(), err);
  }

  private static int report(Exception failure, Messages language, PrintWriter err) {
    Optional<Text> sentence = sentence(failure);
    say(language, sentence.orElseGet(() -> internal(failure)), err);
    return sentence.isPresent() ? BAD_INPUT : INTERNAL;
  }

  static int reportUsage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    say(Language.ofSystem(), usage(failure), command.getErr());
    return BAD_INPUT;
  }

  private static Text usage(ParameterException failure) {
    String help = failure.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    return switch (failure) {
      case UnmatchedArgumentException e -> {
        String word = e.getUnmatched().getFirst();
        Set<String> commands = failure.getCommandLine().getSubcommands().keySet();
        List<String> close = e.getSuggestions();
        if (!close.isEmpty() && !commands.isEmpty()) {
          close = Words.ranked(word, commands).subList(0, Math.min(SUGGESTED, commands.size()));
        }
        yield close.isEmpty()
            ? Text.of("app.unknownArgument", word, help)
            : Text.of("app.unknownArgumentNear", word, lastWords(close), help);
      }
      case MissingParameterException e ->
          Text.of(
              "app.missingArgument",
              e.getMissing().stream()
                  .map(a -> a.isOption() ? ((OptionSpec) a).longestName() : a.paramLabel())
                  .collect(Collectors.joining(", ")),
              help);
      case ParameterException e when e.getCause() instanceof InvalidPathException || isOfPath(e) ->
          Text.of("app.fileName", e.getValue());
      default -> Text.of("app.badArgument", String.valueOf(failure.getMessage()), help);
    };
  }

  private static boolean isOfPath(ParameterException e) {
    return e.getArgSpec() != null
        && e.getValue() != null
        && Path.class.isAssignableFrom(e.getArgSpec().type());
  }

  // "supernode-studio solve" is suggested for "slove": the command alone says it.
  private static String lastWords(List<String> suggestions) {
    return suggestions.stream()
        .map(s -> s.substring(s.lastIndexOf(' ') + 1))
        .collect(Collectors.joining(", "));
  }

  /** A failure of the machine below: an input that asks for more memory than there is. */
  static int report(Error failure, PrintWriter err) {
    if (failure instanceof VirtualMachineError) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      say(Language.ofSystem(), Text.of("app.memory", megabytes), err);
      return BAD_INPUT;
    }
    say(Language.ofSystem(), internal(failure), err);
    return INTERNAL;
  }

  /** Results that could not be written, with the system's reason. */
  static int report(String loss, PrintWriter err) {
    say(Language.ofSystem(), Text.of("app.outputLost", loss), err);
    return BAD_INPUT;
  }

  private static Text internal(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return Text.of("app.internal", failure.getClass().getSimpleName(), message);
  }

  private static void say(Messages messages, Text text, PrintWriter err) {
    err.println("supernode-studio: " + messages.say(text));
  }
}
