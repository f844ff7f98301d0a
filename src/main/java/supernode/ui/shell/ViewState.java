package supernode.ui.shell;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import supernode.analysis.Overlay;
import supernode.design.DesignException;
import supernode.design.InstancePath;
import supernode.store.View;
import supernode.ui.Workspace;

/** How a design is looked at, as its file keeps it. */
final class ViewState {
  private ViewState() {}

  static View of(Workspace workspace) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("entered", workspace.enteredProperty().get().toString());
    values.put("overlay", workspace.overlayProperty().get().name().toLowerCase(Locale.ROOT));
    values.put("scenario", workspace.scenarioProperty().get());
    return new View(values);
  }

  /** Looks at the open design as it was looked at last; what does not fit it is left alone. */
  static void apply(View view, Workspace workspace) {
    if (view.values().get("scenario") instanceof String scenario
        && workspace.design().scenarios().containsKey(scenario)) {
      workspace.scenarioProperty().set(scenario);
    }
    if (view.values().get("overlay") instanceof String overlay) {
      for (Overlay o : Overlay.values()) {
        if (o.name().toLowerCase(Locale.ROOT).equals(overlay)) {
          workspace.overlayProperty().set(o);
        }
      }
    }
    if (view.values().get("entered") instanceof String entered) {
      enter(entered, workspace);
    }
  }

  private static void enter(String entered, Workspace workspace) {
    try {
      InstancePath path = InstancePath.parse(entered);
      if (workspace.places().find(path).flatMap(f -> f.inner()).isPresent()) {
        workspace.enteredProperty().set(path);
      }
    } catch (DesignException _) {
      // A view written by hand that names no place: the design is shown from the top.
      workspace.enteredProperty().set(InstancePath.ROOT);
    }
  }
}
