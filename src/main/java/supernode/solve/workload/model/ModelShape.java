package supernode.solve.workload.model;

import supernode.catalog.ModelCard;
import supernode.catalog.ModelField;
import supernode.solve.Outcome;

/** What a model computes, as far as time and memory depend on it. */
public sealed interface ModelShape permits Transformer, Recommender {
  String name();

  Parameters parameters();

  Precision precision();

  /** The shape of a model; says which dimension is missing or does not fit another one. */
  static Outcome<ModelShape> of(ModelCard card) {
    return card.has(ModelField.EMBEDDING_ROWS)
        ? RecommenderForm.of(card).map(r -> r)
        : TransformerForm.of(card).map(t -> t);
  }
}
