package supernode.ui.panel;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import supernode.analysis.loop.Incident;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.solve.cooling.fluid.Coolants;
import supernode.solve.cooling.fluid.Fluid;

/** How much of an incident, where that is free: which coolant, how cold, how much warmer. */
final class IncidentChoice extends ComboBox<Incident> {
  private static final List<Double> COLD_C = List.of(5.0, 10.0, 15.0, 20.0, 25.0, 30.0);
  private static final List<Double> STEPS_K = List.of(2.0, 5.0, 10.0, 15.0, 20.0);

  private boolean showing;

  /**
   * @param chosen called when another is taken by hand
   */
  IncidentChoice(Messages messages, Consumer<Incident> chosen) {
    setId("replay-choice");
    setAccessibleText(messages.say("replay.choice"));
    setMinWidth(USE_PREF_SIZE);
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Incident incident) {
            return incident == null ? "" : amount(incident, messages);
          }

          @Override
          public Incident fromString(String text) {
            return getValue();
          }
        });
    setOnAction(_ -> {
      if (!showing && getValue() != null) {
        chosen.accept(getValue());
      }
    });
    Rows.show(this, false);
  }

  void show(Incident incident) {
    showing = true;
    List<Incident> all = alike(incident);
    if (!getItems().equals(all)) {
      getItems().setAll(all);
    }
    setValue(incident);
    Rows.show(this, !all.isEmpty());
    showing = false;
  }

  private static List<Incident> alike(Incident incident) {
    return switch (incident) {
      case Incident.WrongFluid _ ->
          Coolants.all().stream().map(Fluid::id).<Incident>map(Incident.WrongFluid::new).toList();
      case Incident.ColdStart(double fromC) ->
          with(COLD_C, fromC).<Incident>map(Incident.ColdStart::new).toList();
      case Incident.FacilityStep(double riseK) ->
          with(STEPS_K, riseK).<Incident>map(Incident.FacilityStep::new).toList();
      default -> List.of();
    };
  }

  private static Stream<Double> with(List<Double> usual, double own) {
    return Stream.concat(usual.stream(), Stream.of(own)).distinct().sorted();
  }

  private static String amount(Incident incident, Messages messages) {
    return switch (incident) {
      case Incident.WrongFluid(String fluid) -> messages.say("coolant." + fluid);
      case Incident.ColdStart(double fromC) -> QuantityFormat.format(fromC, Dimension.TEMPERATURE);
      case Incident.FacilityStep(double riseK) ->
          QuantityFormat.format(riseK, Dimension.TEMPERATURE_DIFFERENCE);
      default -> "";
    };
  }
}
