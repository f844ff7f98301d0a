package supernode.analysis.rule;

import java.util.List;
import java.util.function.Consumer;
import supernode.analysis.FabricAnswer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.Routings;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** Fabrics whose links cannot carry what the endpoints could send. */
public final class NetworkRule implements Rule {
  /** Kind of what says that something has no answer. */
  public static final String NOT_COMPUTED = "not-computed";

  /** Below this share of full injection under all-to-all the fabric is oversubscribed. */
  private static final double FULL = 0.999;

  /** Places named at most. */
  private static final int PLACES = 100;

  @Override
  public void check(Situation s, Consumer<Finding> found) {
    s.networks().values().stream()
        .flatMap(o -> o.asOptional().stream())
        .forEach(answer -> check(answer, found));
  }

  private static void check(FabricAnswer answer, Consumer<Finding> found) {
    Text fabric = Text.of("fabric." + answer.fabric().key());
    answer
        .routing()
        .whyNot()
        .ifPresent(why ->
            found.accept(
                new Finding(
                    "routing-refused",
                    Severity.WARNING,
                    Text.of("finding.routingRefused", fabric, answer.routing().name(), why),
                    List.of(),
                    List.of(
                        new Finding.Mend(
                            Text.of("mend.defaultRouting"),
                            new Edit.SetRouting(answer.fabric(), Routings.DEFAULT))))));
    for (FabricAnswer.Missing m : answer.missing()) {
      found.accept(
          new Finding(
              NOT_COMPUTED,
              Severity.INFO,
              Text.of("finding.notComputed", fabric, m.what(), m.why()),
              List.of(),
              List.of()));
    }
    answer.traffics().stream()
        .filter(t -> t.key().equals("all-to-all"))
        .filter(t -> t.injectionBytesPerS() < FULL * answer.portBytesPerS())
        .forEach(t -> {
          List<FabricAnswer.Bottleneck> limits = t.bottlenecks();
          found.accept(
              new Finding(
                  "oversubscribed",
                  Severity.INFO,
                  Text.of(
                      "finding.oversubscribed",
                      fabric,
                      new Quantity(t.injectionBytesPerS(), Dimension.BANDWIDTH),
                      new Quantity(answer.portBytesPerS(), Dimension.BANDWIDTH),
                      limits.isEmpty()
                          ? Text.of("finding.noLink")
                          : Text.of(
                              "finding.limitingLink",
                              limits.getFirst().from(),
                              limits.getFirst().to(),
                              limits.size())),
                  limits.stream().map(FabricAnswer.Bottleneck::from).limit(8).toList(),
                  List.of()));
        });
    if (!answer.cutOff().isEmpty()) {
      found.accept(
          new Finding(
              "cut-off",
              Severity.WARNING,
              Text.of("finding.cutOff", fabric, answer.cutOff().size(), answer.cutOff().getFirst()),
              answer.cutOff().stream().limit(PLACES).toList(),
              List.of()));
    }
  }
}
