package supernode.quantity;

/**
 * A number with what it measures.
 *
 * @param value in SI units of the dimension (see {@link Dimension})
 */
public record Quantity(double value, Dimension dimension) {
  @Override
  public String toString() {
    return QuantityFormat.format(value, dimension);
  }
}
