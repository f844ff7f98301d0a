package supernode.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;

/** Answers the studio's questions in place of a user, and keeps what was asked. */
final class Answers implements Questions {
  final List<String> asked = new ArrayList<>();
  final List<Text> troubles = new ArrayList<>();
  Leaving leaving = Leaving.STAY;
  Recovering recovering = Recovering.LATER;
  Replacing replacing = Replacing.STAY;
  Optional<Path> open = Optional.empty();
  Optional<Path> save = Optional.empty();
  Optional<Path> export = Optional.empty();
  Optional<Path> parts = Optional.empty();

  @Override
  public Leaving leave(String designName) {
    asked.add("leave " + designName);
    return leaving;
  }

  @Override
  public Recovering recover(String designName, String when) {
    asked.add("recover " + designName);
    return recovering;
  }

  @Override
  public Replacing replace(Text title, Text sentence) {
    asked.add("replace " + title.values().getFirst());
    return replacing;
  }

  @Override
  public void trouble(Text title, Text sentence) {
    troubles.add(sentence);
  }

  @Override
  public Optional<Path> fileToOpen(Optional<Path> folder) {
    asked.add("open");
    return open;
  }

  @Override
  public Optional<Path> weatherToRead(Optional<Path> folder) {
    asked.add("weather");
    return open;
  }

  @Override
  public Optional<Path> fileToSave(Optional<Path> folder, String suggestedName) {
    asked.add("save " + suggestedName);
    return save;
  }

  @Override
  public Optional<Path> partsToOpen(Optional<Path> folder) {
    asked.add("parts");
    return parts;
  }

  @Override
  public Optional<Path> fileToExport(Optional<Path> folder, String suggestedName, String ending) {
    asked.add("export " + suggestedName);
    return export;
  }
}
