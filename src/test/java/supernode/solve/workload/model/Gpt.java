package supernode.solve.workload.model;

import java.util.Optional;

/** Models of the Megatron papers by their three dimensions: vocabulary 51,200, 2,048 tokens. */
public final class Gpt {
  private Gpt() {}

  public static Transformer of(int layers, long hidden, int heads) {
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
        new Input.Tokens(51200, 2048),
        51200,
        false,
        true,
        2048,
        Precision.MIXED_16);
  }
}
