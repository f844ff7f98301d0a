package supernode.ui.canvas;

import java.util.Optional;
import supernode.design.Assembly;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.figure.Box;

/** What stands beside what. */
final class Neighbours {
  /** Being off to the side counts as much as this times being farther away. */
  private static final double ASIDE = 3;

  private static final int MAX_LOOKED_AT = 5000;

  private Neighbours() {}

  /** The nearest instance of the same assembly in a direction; with none selected, any. */
  static Optional<InstancePath> towards(Board board, int right, int down) {
    Optional<InstancePath> from = Selected.paths(board).stream().findFirst();
    InstancePath inside =
        from.filter(p -> !p.isRoot()).map(InstancePath::parent).orElse(board.entered());
    String id =
        board.workspace().places().find(inside).flatMap(f -> f.inner()).orElse(board.assemblyId());
    Assembly a = board.workspace().design().assemblies().get(id);
    Box start = from.flatMap(board::box).orElse(board.camera().visible().part(0.5, 0.5, 0.5, 0.5));
    InstancePath best = null;
    double least = Double.POSITIVE_INFINITY;
    int looked = 0;
    for (var e : a.placements().entrySet()) {
      Placement p = e.getValue();
      for (int i = 0; i < p.count() && looked < MAX_LOOKED_AT; i++, looked++) {
        InstancePath path = inside.child(e.getKey(), i);
        Box box = board.box(path).orElse(start);
        double along =
            right * (box.centerX() - start.centerX()) + down * (box.centerY() - start.centerY());
        double aside =
            Math.abs(down * (box.centerX() - start.centerX()))
                + Math.abs(right * (box.centerY() - start.centerY()));
        double cost = along + ASIDE * aside;
        boolean ahead = from.isEmpty() || along > 1e-9 * start.width();
        if (ahead && !from.equals(Optional.of(path)) && Math.abs(cost) < least) {
          least = Math.abs(cost);
          best = path;
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
