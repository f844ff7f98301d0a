package supernode.analysis;

import java.util.List;
import java.util.Optional;

/** How busy the links are that a line of the drawing stands for. */
@FunctionalInterface
public interface LinkLoads {
  LinkLoads NONE = _ -> Optional.empty();

  /** Empty where none of the links has an answer. */
  Optional<LinkLoad> of(LinkLine line);

  /** The same with the flows behind it. */
  default Optional<LinkCarried> carried(LinkLine line) {
    return Optional.empty();
  }

  /** Of several fabrics as one. */
  static LinkLoads of(List<LinkLoads> fabrics) {
    return switch (fabrics.size()) {
      case 0 -> NONE;
      case 1 -> fabrics.getFirst();
      default -> new Several(List.copyOf(fabrics));
    };
  }

  /** A wiring is of one fabric, so one of them answers. */
  record Several(List<LinkLoads> fabrics) implements LinkLoads {
    @Override
    public Optional<LinkLoad> of(LinkLine line) {
      return fabrics.stream().flatMap(f -> f.of(line).stream()).findFirst();
    }

    @Override
    public Optional<LinkCarried> carried(LinkLine line) {
      return fabrics.stream().flatMap(f -> f.carried(line).stream()).findFirst();
    }
  }
}
