package supernode.app;

import supernode.analysis.Result;
import supernode.analysis.score.Ability;
import supernode.analysis.score.Score;
import supernode.analysis.score.SubScore;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The score as JSON: what each ability is made of, and what could not be measured. */
final class ScoreJson {
  private ScoreJson() {}

  static void put(ArrayNode to, Score score, Messages messages) {
    for (Ability ability : score.abilities()) {
      ObjectNode node = to.addObject();
      node.put("ability", ability.kind().key());
      ability.score().ifPresent(r -> node.put("points", r.quantity().value()));
      ability
          .score()
          .flatMap(Result::bound)
          .ifPresent(b -> node.put("boundPoints", b.quantity().value()));
      ArrayNode parts = node.putArray("parts");
      ability.parts().forEach(p -> part(parts.addObject(), p));
      ArrayNode missing = node.putArray("notMeasured");
      ability.missing().forEach(t -> missing.add(messages.say(t)));
    }
  }

  private static void part(ObjectNode node, SubScore p) {
    node.put("part", p.key());
    node.put("points", p.score());
    node.put("measured", p.measured().toString());
    p.bound()
        .ifPresent(b -> {
          node.put("boundPoints", b.score());
          node.put("boundMeasured", b.measured().toString());
        });
    p.reference()
        .ifPresent(r -> {
          node.put("reference", new Quantity(r.value(), p.measured().dimension()).toString());
          node.put("source", r.source());
          node.put("confidence", r.confidence().key());
        });
  }
}
