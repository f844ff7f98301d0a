package supernode.ui.panel;

import java.util.Optional;
import supernode.design.DesignException;
import supernode.design.InstancePath;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
import supernode.ui.Workspace;

/** Edits typed into fields: a refusal belongs under the field, not into a message elsewhere. */
final class Attempt {
  private Attempt() {}

  /** Performs an edit; if it cannot be, nothing changes and the text says why. */
  static Optional<Text> perform(Workspace workspace, Edit edit) {
    try {
      supernode.design.Design next = edit.applyTo(workspace.design());
      supernode.design.DesignCheck.require(next, workspace.catalog());
    } catch (DesignException e) {
      return Optional.of(e.text());
    }
    workspace.perform(edit);
    return Optional.empty();
  }

  /** As {@link InstancePath#parse}, without an exception. */
  static boolean isPlace(Workspace workspace, String path) {
    try {
      return workspace.places().find(InstancePath.parse(path)).isPresent();
    } catch (DesignException _) {
      return false;
    }
  }
}
