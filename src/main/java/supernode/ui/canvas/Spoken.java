package supernode.ui.canvas;

import java.util.List;
import java.util.Optional;
import supernode.catalog.Part;
import supernode.design.Assembly;
import supernode.design.InstancePath;
import supernode.design.Places;
import supernode.quantity.Messages;

/** What the canvas says to those who hear it: what is selected. */
final class Spoken {
  private Spoken() {}

  static String of(Board board, Messages messages) {
    List<String> places = board.workspace().selection().places();
    if (places.isEmpty()) {
      return messages.say("canvas.spoken.none", board.workspace().design().name());
    }
    String first = places.getFirst();
    String name = name(board, first);
    return places.size() == 1
        ? messages.say("canvas.spoken.one", name, first)
        : messages.say("canvas.spoken.many", places.size(), name, first);
  }

  private static String name(Board board, String path) {
    Optional<Places.Found> found = board.workspace().places().find(InstancePath.parse(path));
    return found
        .flatMap(f ->
            f.part()
                .map(Part::name)
                .or(() ->
                    f.inner()
                        .map(board.workspace().design().assemblies()::get)
                        .map(Assembly::name)))
        .orElse(path);
  }
}
