package supernode.solve.workload.model;

import supernode.catalog.ModelCard;
import supernode.catalog.ModelField;

/**
 * Bytes of an element, by class of tensor.
 *
 * @param weight of a parameter as it is multiplied
 * @param activation of what goes from operation to operation
 * @param gradient of a parameter's gradient as it is added up
 * @param optimizer state of the optimiser per parameter: master copy and moments
 * @param kv of the cache of keys and values
 * @param dispatch of a token on its way to experts
 * @param combine on the way back
 */
public record Precision(
    double weight,
    double activation,
    double gradient,
    double optimizer,
    double kv,
    double dispatch,
    double combine) {
  /** 16-bit training with Adam, 18 byte per parameter (Korthikanti 2022). */
  public static final Precision MIXED_16 = new Precision(2, 2, 4, 12, 2, 2, 2);

  static Precision of(ModelCard card) {
    return new Precision(
        bytes(card, ModelField.WEIGHT_BITS, MIXED_16.weight),
        bytes(card, ModelField.ACTIVATION_BITS, MIXED_16.activation),
        bytes(card, ModelField.GRADIENT_BITS, MIXED_16.gradient),
        bytes(card, ModelField.OPTIMIZER_BITS, MIXED_16.optimizer),
        bytes(card, ModelField.KV_BITS, MIXED_16.kv),
        bytes(card, ModelField.DISPATCH_BITS, MIXED_16.dispatch),
        bytes(card, ModelField.COMBINE_BITS, MIXED_16.combine));
  }

  private static double bytes(ModelCard card, ModelField field, double otherwise) {
    return card.find(field).isPresent() ? card.get(field, 0) / 8.0 : otherwise;
  }

  public Precision withWeight(double bytes) {
    return new Precision(bytes, activation, gradient, optimizer, kv, dispatch, combine);
  }

  public Precision withKv(double bytes) {
    return new Precision(weight, activation, gradient, optimizer, bytes, dispatch, combine);
  }
}
