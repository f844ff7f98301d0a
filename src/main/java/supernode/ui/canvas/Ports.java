package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import supernode.catalog.LinkType;
import supernode.catalog.PortSpec;
import supernode.design.Arrangement;
import supernode.design.InstancePath;
import supernode.design.Joint;
import supernode.design.Placement;
import supernode.figure.Box;
import supernode.figure.Transform;
import supernode.figure.drawing.PortMarks;

/** Ports as the pointer meets them. */
final class Ports {
  /** Ports shown at a time. */
  private static final int MAX_SHOWN = 400;

  private final Board board;

  Ports(Board board) {
    this.board = board;
  }

  /** The ports of an instance with their places in the world. */
  List<PortMarks.Mark> of(InstancePath path) {
    Optional<Placement> placement = board.placement(path);
    Optional<Box> box = board.box(path);
    if (placement.isEmpty() || box.isEmpty()) {
      return List.of();
    }
    boolean mounted = placement.get().arrangement() instanceof Arrangement.Slots;
    Transform out = board.toWorld(path.parent()).orElse(Transform.NONE);
    PortMarks marks = new PortMarks(board.layout());
    return marks.of(placement.get().of(), out.inverse().of(box.get()), mounted).stream()
        .map(m -> new PortMarks.Mark(m.name(), m.spec(), out.of(m.box())))
        .toList();
  }

  /** Which ports in the entered assembly a new thing could be joined to. */
  List<Preview.Port> partnersOf(String of) {
    List<PortSpec> own =
        new PortMarks(board.layout())
            .ports(of).stream().map(java.util.Map.Entry::getValue).toList();
    return partners(own, Optional.empty(), Optional.empty());
  }

  /** All ports of the entered assembly's instances, and whether they could be joined to one. */
  List<Preview.Port> partnersOf(PortSpec port, InstancePath except, Optional<LinkType> held) {
    return partners(List.of(port), Optional.of(except), held);
  }

  /** All ports of the entered assembly's instances that a type of link could begin at. */
  List<Preview.Port> beginnings(LinkType held) {
    return shown(Optional.empty(), p -> Joint.family(p) == held.family());
  }

  private List<Preview.Port> partners(
      List<PortSpec> own, Optional<InstancePath> except, Optional<LinkType> held) {
    return shown(
        except,
        p ->
            own.stream()
                .anyMatch(o ->
                    held.map(l -> Joint.refusal(o, p, l, 0))
                        .orElseGet(() -> Joint.refusal(o, p))
                        .isEmpty()));
  }

  private List<Preview.Port> shown(Optional<InstancePath> except, Predicate<PortSpec> legal) {
    List<Preview.Port> found = new ArrayList<>();
    Box seen = board.camera().visible();
    board
        .assembly()
        .placements()
        .forEach((name, p) -> {
          for (int i = 0; i < p.count() && found.size() < MAX_SHOWN; i++) {
            InstancePath path = board.entered().child(name, i);
            boolean self = except.isPresent() && except.get().isWithin(path);
            if (!self && board.box(path).filter(b -> b.meets(seen)).isPresent()) {
              for (PortMarks.Mark m : of(path)) {
                if (legal.test(m.spec())) {
                  found.add(new Preview.Port(m.box(), true));
                }
              }
            }
          }
        });
    return found;
  }
}
