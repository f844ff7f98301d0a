package supernode.solve.workload.model;

import java.util.Optional;

/** Models of the Megatron papers by their three dimensions: vocabulary 51,200, 2,048 tokens. */
public final class Gpt {
  private Gpt() {}

  public static Transformer of(int layers, long hidden, int heads) {
    return of(layers, hidden, heads, 51200);
  }

  public static Transformer of(int layers, long hidden, int heads, long vocabulary) {
    return new Transformer(
        "GPT",
        layers,
        hidden,
        new Attention.Grouped(heads, heads, (int) (hidden / heads)),
        4 * hidden,
        false,
        true,
        new Transformer.Biases(true, true, true),
        Optional.empty(),
        new Input.Tokens(vocabulary, 2048),
        vocabulary,
        false,
        true,
        2048,
        Precision.MIXED_16);
  }
}
