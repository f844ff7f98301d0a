package supernode.ui;

import supernode.design.Design;
import supernode.quantity.Messages;

/** What a scenario is called in the window. */
public final class ScenarioName {
  private ScenarioName() {}

  /** Its own name; the one that every design has is named in the window's language. */
  public static String of(Messages messages, String scenario) {
    return scenario.equals(Design.DEFAULT_SCENARIO)
        ? messages.say("ui.scenario.default")
        : scenario;
  }
}
