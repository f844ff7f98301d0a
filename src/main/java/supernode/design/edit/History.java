package supernode.design.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import supernode.design.Design;
import supernode.quantity.Text;

/**
 * Designs before and after the present one. Immutable; designs share what did not change, so a deep
 * history costs little.
 *
 * @param <S> what was selected; restored with the design
 */
public record History<S>(List<Step<S>> past, Design present, List<Step<S>> future) {
  /** Steps kept; older ones are forgotten. */
  public static final int DEPTH = 1000;

  /**
   * A step between two designs.
   *
   * @param label what was done
   * @param design the design on the far side: before it in the past, after it in the future
   * @param selection what was selected on the far side
   */
  public record Step<S>(Text label, Design design, S selection) {}

  public History {
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  public static <S> History<S> of(Design design) {
    return new History<>(List.of(), design, List.of());
  }

  /** After an edit; an edit that changes nothing leaves no step. */
  public History<S> push(Text label, Design next, S selectionBefore) {
    if (next.equals(present)) {
      return this;
    }
    List<Step<S>> steps = new ArrayList<>(past);
    steps.add(new Step<>(label, present, selectionBefore));
    if (steps.size() > DEPTH) {
      steps.removeFirst();
    }
    return new History<>(steps, next, List.of());
  }

  /** One step back, with the selection to restore; empty at the beginning. */
  public Optional<Moved<S>> undo(S selectionNow) {
    if (past.isEmpty()) {
      return Optional.empty();
    }
    Step<S> step = past.getLast();
    List<Step<S>> later = new ArrayList<>(future);
    later.add(new Step<>(step.label(), present, selectionNow));
    return Optional.of(
        new Moved<>(
            new History<>(past.subList(0, past.size() - 1), step.design(), later),
            step.selection()));
  }

  /** One step forward again; empty at the end. */
  public Optional<Moved<S>> redo(S selectionNow) {
    if (future.isEmpty()) {
      return Optional.empty();
    }
    Step<S> step = future.getLast();
    List<Step<S>> earlier = new ArrayList<>(past);
    earlier.add(new Step<>(step.label(), present, selectionNow));
    return Optional.of(
        new Moved<>(
            new History<>(earlier, step.design(), future.subList(0, future.size() - 1)),
            step.selection()));
  }

  /** With something else in the place of each design. */
  public History<S> map(UnaryOperator<Design> change) {
    return new History<>(map(past, change), change.apply(present), map(future, change));
  }

  private static <S> List<Step<S>> map(List<Step<S>> steps, UnaryOperator<Design> change) {
    return steps.stream()
        .map(s -> new Step<>(s.label(), change.apply(s.design()), s.selection()))
        .toList();
  }

  public Optional<Text> undoLabel() {
    return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast().label());
  }

  public Optional<Text> redoLabel() {
    return future.isEmpty() ? Optional.empty() : Optional.of(future.getLast().label());
  }

  /** A history after a step, and what to select. */
  public record Moved<S>(History<S> history, S selection) {}
}
