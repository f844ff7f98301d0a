package supernode.ui.panel;

import supernode.design.InstancePath;

/** A line of the structure tree. */
sealed interface PlaceNode {
  PlaceNode ROOT = new One(InstancePath.ROOT);

  /** A single instance; the root is the design. */
  record One(InstancePath path) implements PlaceNode {}

  /**
   * Several instances of a placement.
   *
   * @param parent the instance around them
   * @param first index of the first one
   * @param end one past the last one
   * @param whole whether these are all instances of the placement
   */
  record Some(InstancePath parent, String placement, int first, int end, boolean whole)
      implements PlaceNode {
    int count() {
      return end - first;
    }

    boolean holds(InstancePath.Step step) {
      return step.placement().equals(placement) && step.index() >= first && step.index() < end;
    }
  }
}
