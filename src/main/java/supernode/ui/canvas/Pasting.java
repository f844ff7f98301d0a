package supernode.ui.canvas;

import java.util.List;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.quantity.Text;
import supernode.ui.Selection;

/** Puts a snippet into the entered assembly and selects it. */
final class Pasting {
  private Pasting() {}

  static boolean paste(Board board, Snippet snippet, double dx, double dy, Text label) {
    if (snippet.isEmpty()) {
      return false;
    }
    Snippet.Paste paste = snippet.into(board.layout(), board.assemblyId(), dx, dy, label);
    if (paste.refusal().isPresent()) {
      board.hint(paste.refusal());
      return false;
    }
    InstancePath inside = board.entered();
    List<Placement> placed = List.copyOf(snippet.placements().values());
    List<String> selected = new java.util.ArrayList<>();
    for (int k = 0; k < placed.size(); k++) {
      for (int i = 0; i < placed.get(k).count(); i++) {
        selected.add(inside.child(paste.names().get(k), i).toString());
      }
    }
    return board.workspace().perform(paste.edit(), Selection.of(selected));
  }
}
