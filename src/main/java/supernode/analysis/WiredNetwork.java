package supernode.analysis;

import java.util.List;
import java.util.Optional;
import supernode.design.Design;
import supernode.design.DirectNetwork;
import supernode.design.Fabric;
import supernode.design.Pattern;

/** The direct network that a fabric is wired as: sizes that routing and traffic follow. */
final class WiredNetwork {
  private WiredNetwork() {}

  /** Of the first wiring of the fabric that is one. */
  static Optional<DirectNetwork> of(Design design, Fabric fabric) {
    return design.assemblies().values().stream()
        .flatMap(a -> a.wirings().stream())
        .filter(w -> w.fabric() == fabric)
        .flatMap(w ->
            w.pattern() instanceof Pattern.Direct d
                ? Optional.of(d.network()).stream()
                : Optional.<DirectNetwork>empty().stream())
        .findFirst();
  }

  /** Its dimensions, where it has any. */
  static List<Integer> dims(Optional<DirectNetwork> network) {
    return network
        .map(n -> n instanceof DirectNetwork.OnGrid grid ? grid.dims() : List.<Integer>of())
        .orElse(List.of());
  }
}
