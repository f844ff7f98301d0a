package supernode.topology;

import java.util.Optional;

/**
 * What failures leave of a fabric.
 *
 * @param fabric numbered as if the rest had never been
 * @param loss what was taken from the sound fabric; empty where it is that, or was made from its
 *     parts
 */
public record Remains(FabricGraph fabric, Optional<Loss> loss) {
  /**
   * In what a fabric differs from the sound one.
   *
   * @param sound the sound one, all of it usable
   * @param soundOf by vertex, its number in the sound one; ascending
   * @param links of the sound one that are missing, ascending
   */
  @SuppressWarnings("ArrayRecordComponent") // Looked up, never compared.
  public record Loss(FabricGraph sound, int[] soundOf, int[] links) {}

  static Remains apart(FabricGraph fabric) {
    return new Remains(fabric, Optional.empty());
  }

  static Remains of(FabricGraph left, FabricGraph whole, int[] soundOf, int[] links) {
    return new Remains(left, Optional.of(new Loss(whole, soundOf, links)));
  }
}
