package supernode.ui.create;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.template.Parameters;
import supernode.design.template.Refusal;
import supernode.design.template.SupernodeTemplate;
import supernode.quantity.Text;

/** Parameters as they are typed, and what they come to. */
public final class NewForm {
  private final Catalog catalog;
  private final Map<String, String> values = new LinkedHashMap<>(Parameters.DEFAULT.values());
  private Outcome outcome;

  /** What the parameters come to. */
  public sealed interface Outcome {
    record Drawn(Design design) implements Outcome {}

    /**
     * @param parameter that is to change
     */
    record Refused(String parameter, Text why) implements Outcome {}
  }

  public NewForm(Catalog catalog) {
    this.catalog = catalog;
    this.outcome = draw();
  }

  public String value(String parameter) {
    return values.get(parameter);
  }

  public void set(String parameter, String value) {
    values.put(parameter, value);
    outcome = draw();
  }

  public Outcome outcome() {
    return outcome;
  }

  public Optional<Design> design() {
    return outcome instanceof Outcome.Drawn(Design design) ? Optional.of(design) : Optional.empty();
  }

  /** What speaks against a parameter; empty where nothing does. */
  public Optional<Text> problem(String parameter) {
    return outcome instanceof Outcome.Refused(String refused, Text why) && refused.equals(parameter)
        ? Optional.of(why)
        : Optional.empty();
  }

  /** Whether a parameter has any effect beside the others. */
  public boolean matters(String parameter) {
    return switch (parameter) {
      case "taper" -> values.get("fabric").equals(Parameters.key(Parameters.Wiring.TWO_TIER));
      case "scaleOut", "nic", "oversubscription" -> !values.get("domains").strip().equals("1");
      case "rack" -> !values.get("cooling").equals(Parameters.key(Parameters.Cooling.IMMERSION));
      default -> true;
    };
  }

  private Outcome draw() {
    try {
      return new Outcome.Drawn(SupernodeTemplate.draw(Parameters.of(values), catalog));
    } catch (Refusal e) {
      return new Outcome.Refused(e.parameter(), e.text());
    } catch (DesignException e) {
      return new Outcome.Refused(Parameters.KEYS.getFirst(), e.text());
    }
  }
}
