package supernode.app;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;
import supernode.quantity.Messages;

/** The language of a command's texts. */
final class Language {
  private static final String OPTION = "--lang";

  private Language() {}

  /**
   * The language that the environment names, if the studio speaks it. Java forgets it where the
   * system has not installed its locale.
   */
  static Optional<Locale> asked(Map<String, String> environment) {
    return Stream.of("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(Language::isSpoken)
        .map(Messages::locale);
  }

  /** The system's language. */
  static Messages ofSystem() {
    return new Messages(Messages.locale(Locale.getDefault().getLanguage()));
  }

  /**
   * @throws BadInput when the studio does not speak it
   */
  static Messages of(String tag) {
    if (!isSpoken(tag)) {
      throw new BadInput("app.noLanguage", tag);
    }
    return new Messages(Messages.locale(tag));
  }

  /** The language that was asked for, if any could be. */
  static Messages of(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    String tag = last.matchedOptionValue(OPTION, "");
    return isSpoken(tag) ? of(tag) : ofSystem();
  }

  private static boolean isSpoken(String tag) {
    return tag.matches("(en|zh)([-_.].*)?");
  }
}
