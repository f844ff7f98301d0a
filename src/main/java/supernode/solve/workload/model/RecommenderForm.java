package supernode.solve.workload.model;

import static supernode.catalog.ModelField.*;

import java.util.Arrays;
import java.util.List;
import supernode.catalog.ModelCard;
import supernode.catalog.ModelField;
import supernode.solve.Outcome;

/** Builds a recommender from the dimensions of a card. */
final class RecommenderForm {
  private RecommenderForm() {}

  static Outcome<Recommender> of(ModelCard card) {
    for (ModelField needed :
        List.of(DENSE_FEATURES, SPARSE_FEATURES, EMBEDDING_DIM, BOTTOM_MLP, TOP_MLP)) {
      if (!card.has(needed)) {
        return Outcome.notApplicable("workload.modelMissing", card.name(), needed.key());
      }
    }
    return Outcome.solved(
        new Recommender(
            card.name(),
            Math.toIntExact(card.get(DENSE_FEATURES, 1)),
            Math.toIntExact(card.get(SPARSE_FEATURES, 1)),
            card.get(EMBEDDING_ROWS, 1),
            Math.toIntExact(card.get(EMBEDDING_DIM, 1)),
            widths(card, BOTTOM_MLP),
            widths(card, TOP_MLP),
            Precision.of(card)));
  }

  private static List<Long> widths(ModelCard card, ModelField field) {
    return Arrays.stream(card.list(field)).boxed().toList();
  }
}
