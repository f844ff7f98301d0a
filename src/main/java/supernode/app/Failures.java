package supernode.app;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import supernode.catalog.CatalogException;
import supernode.design.DesignException;
import supernode.quantity.Messages;
import supernode.quantity.QuantityException;
import supernode.quantity.Text;
import supernode.store.StoreException;

/** Turns failures into one sentence and an exit code; a stack trace reaches nobody. */
final class Failures {
  static final int ERRORS_FOUND = 1;
  static final int BAD_INPUT = 2;
  static final int INTERNAL = 3;

  private Failures() {}

  /** The sentence of a failure that the input caused; empty for our own. */
  static Optional<Text> sentence(Throwable failure) {
    return switch (failure) {
      case StoreException e -> Optional.of(e.text());
      case DesignException e -> Optional.of(e.text());
      case CatalogException e -> Optional.of(e.text());
      case QuantityException e -> Optional.of(e.text());
      case BadInput e -> Optional.of(e.text());
      default -> Optional.empty();
    };
  }

  static int report(Exception failure, CommandLine command, ParseResult parsed) {
    Messages messages = new Messages(Messages.locale(Locale.getDefault().getLanguage()));
    Optional<Text> sentence = sentence(failure);
    Text text =
        sentence.orElseGet(() ->
            Text.of(
                "app.internal",
                failure.getClass().getSimpleName(),
                String.valueOf(failure.getMessage())));
    command.getErr().println("supernode-studio: " + messages.say(text));
    return sentence.isPresent() ? BAD_INPUT : INTERNAL;
  }

  static int reportUsage(CommandLine.ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    command.getErr().println("supernode-studio: " + failure.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, command.getErr());
    command.getErr().println("Try: supernode-studio " + command.getCommandName() + " --help");
    return BAD_INPUT;
  }
}
