package supernode.solve.workload.model;

import static supernode.catalog.ModelField.*;

import java.util.Optional;
import supernode.catalog.ModelCard;
import supernode.catalog.ModelField;
import supernode.quantity.Divisors;
import supernode.solve.Outcome;

/** Builds a transformer from the dimensions of a card. */
final class TransformerForm {
  private final ModelCard card;

  private TransformerForm(ModelCard card) {
    this.card = card;
  }

  static Outcome<Transformer> of(ModelCard card) {
    for (ModelField needed : new ModelField[] {LAYERS, HIDDEN, HEADS, FEED_FORWARD}) {
      if (!card.has(needed)) {
        return Outcome.notApplicable("workload.modelMissing", card.name(), needed.key());
      }
    }
    if (!card.has(VOCABULARY) && !card.has(PATCH_PX)) {
      return Outcome.notApplicable("workload.modelMissing", card.name(), VOCABULARY.key());
    }
    if (card.has(PATCH_PX) && card.get(IMAGE_PX, 0) < card.get(PATCH_PX, 0)) {
      return Outcome.notApplicable("workload.modelMissing", card.name(), IMAGE_PX.key());
    }
    long heads = card.get(HEADS, 1);
    if (heads % card.get(KV_HEADS, heads) != 0) {
      return notDividing(card, HEADS, heads, KV_HEADS, card.get(KV_HEADS, heads));
    }
    if (!card.has(HEAD_DIM) && card.get(HIDDEN, 1) % heads != 0) {
      return notDividing(card, HIDDEN, card.get(HIDDEN, 1), HEADS, heads);
    }
    TransformerForm form = new TransformerForm(card);
    return form.experts().map(form::transformer);
  }

  private static <T> Outcome<T> notDividing(
      ModelCard card, ModelField of, long value, ModelField by, long divisor) {
    return Outcome.notApplicable(
        "workload.modelDivides",
        card.name(),
        of.key(),
        value,
        by.key(),
        divisor,
        Divisors.nearest(divisor, value));
  }

  private Outcome<Optional<Experts>> experts() {
    if (!card.has(EXPERTS)) {
      return Outcome.solved(Optional.empty());
    }
    int routed = whole(EXPERTS, 1);
    int active = whole(ACTIVE_EXPERTS, 1);
    int groups = whole(EXPERT_GROUPS, 1);
    int activeGroups = whole(ACTIVE_GROUPS, groups);
    if (!card.has(EXPERT_FEED_FORWARD)) {
      return Outcome.notApplicable("workload.modelMissing", card.name(), EXPERT_FEED_FORWARD.key());
    }
    if (routed % groups != 0) {
      return notDividing(card, EXPERTS, routed, EXPERT_GROUPS, groups);
    }
    if (active > routed / groups * activeGroups || activeGroups > groups) {
      return Outcome.notApplicable(
          "workload.modelActive", card.name(), active, routed / groups * activeGroups);
    }
    return Outcome.solved(
        Optional.of(
            new Experts(
                routed,
                active,
                whole(SHARED_EXPERTS, 0),
                card.get(EXPERT_FEED_FORWARD, 1),
                Math.min(whole(DENSE_LAYERS, 0), whole(LAYERS, 1)),
                groups,
                activeGroups)));
  }

  private int whole(ModelField field, long otherwise) {
    return Math.toIntExact(card.get(field, otherwise));
  }

  private Attention attention() {
    int heads = whole(HEADS, 1);
    int headDim = whole(HEAD_DIM, card.get(HIDDEN, 1) / heads);
    return card.has(KV_RANK)
        ? new Attention.Latent(
            heads,
            whole(QUERY_RANK, 0),
            whole(KV_RANK, 1),
            headDim,
            whole(ROPE_DIM, 64),
            whole(VALUE_DIM, headDim))
        : new Attention.Grouped(heads, whole(KV_HEADS, heads), headDim);
  }

  private Transformer transformer(Optional<Experts> experts) {
    Input input;
    long sequence;
    if (card.has(PATCH_PX)) {
      Input.Patches patches =
          new Input.Patches(whole(IMAGE_PX, 1), whole(PATCH_PX, 1), whole(CHANNELS, 3));
      input = patches;
      sequence = patches.tokens();
    } else {
      sequence = card.get(SEQUENCE, 2048);
      input = new Input.Tokens(card.get(VOCABULARY, 1), card.is(LEARNED_POSITIONS) ? sequence : 0);
    }
    boolean linear = card.is(LINEAR_BIAS);
    return new Transformer(
        card.name(),
        whole(LAYERS, 1),
        card.get(HIDDEN, 1),
        attention(),
        card.get(FEED_FORWARD, 1),
        card.is(GATED),
        card.is(DROPOUT),
        new Transformer.Biases(linear, linear || card.is(QKV_BIAS), card.is(NORM_BIAS)),
        experts,
        input,
        card.has(CLASSES) ? card.get(CLASSES, 1) : card.get(VOCABULARY, 1),
        card.has(CLASSES) || !card.is(TIED_EMBEDDINGS),
        card.get(CAUSAL, 1) == 1,
        sequence,
        Precision.of(card));
  }
}
