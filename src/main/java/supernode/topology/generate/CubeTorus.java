package supernode.topology.generate;

import java.util.List;
import java.util.Optional;

/**
 * A torus of cubes (TPU v4: 64 cubes of 4 x 4 x 4): electrical links inside a cube, and between
 * cubes optical ones through circuit switches, one switch for each position on a face and each
 * dimension. A circuit switch joins two fibres and so is no vertex.
 *
 * @param cubes cubes along each dimension
 * @param side endpoints along each side of a cube, at least two
 */
public record CubeTorus(List<Integer> cubes, int side) implements Generator {
  public CubeTorus {
    cubes = List.copyOf(cubes);
  }

  private Grid torus() {
    return new Grid(cubes.stream().map(c -> Math.multiplyExact(c, side)).toList(), true, 0);
  }

  private long face() {
    long face = 1;
    for (int d = 1; d < cubes.size(); d++) {
      face = Math.multiplyExact(face, side);
    }
    return face;
  }

  @Override
  public Counts counts() {
    Counts torus = torus().counts();
    return torus
        .with("cubes", Grid.product(cubes))
        .with("opticalCircuitSwitches", cubes.size() * face());
  }

  @Override
  public void wire(Wires out) {
    int[] sizes = torus().sizes().stream().mapToInt(Integer::intValue).toArray();
    int[] stride = new int[sizes.length];
    for (int d = 0, s = 1; d < sizes.length; s *= sizes[d++]) {
      stride[d] = s;
    }
    torus()
        .wire((a, b, _, dimension, _) -> {
          int at = a / stride[dimension] % sizes[dimension];
          Cable cable = at % side == side - 1 ? Cable.OPTICAL : Cable.DIRECT;
          int orbit = 2 * (position(a, sizes) * sizes.length + dimension);
          out.link(a, b, cable, orbit, orbit + 1);
        });
  }

  /** Where in its cube a vertex is. */
  private int position(int vertex, int[] sizes) {
    int position = 0;
    int rest = vertex;
    int weight = 1;
    for (int size : sizes) {
      position += rest % size % side * weight;
      rest /= size;
      weight *= side;
    }
    return position;
  }

  @Override
  public Optional<Orbits> orbits() {
    int[] sizes = torus().sizes().stream().mapToInt(Integer::intValue).toArray();
    return Optional.of(new Orbits(v -> position(v, sizes)));
  }

  @Override
  public Optional<Cut> bisection(LinkPlan links) {
    return links.sameRate(Cable.DIRECT, Cable.OPTICAL)
        ? torus().bisection(links)
        : Optional.empty();
  }
}
