package supernode.design.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import supernode.design.Bounds;
import supernode.design.Design;
import supernode.design.DesignCheck;
import supernode.design.DesignException;
import supernode.design.Instances;
import supernode.design.SmallCatalog;

/** Whatever is done to a design, it stays sound and can be undone. */
class EditProperty {
  @Property(tries = 300)
  void anAcceptedEditLeavesTheDesignSound(@ForAll long seed, @ForAll @IntRange(max = 150) int n) {
    RandomEdits random = new RandomEdits(seed);
    Design design = RandomEdits.start();
    for (int i = 0; i < n; i++) {
      Edit edit = random.next(design);
      Design before = design;
      int hash = before.hashCode();
      try {
        design = edit.applyTo(before, SmallCatalog.CATALOG);
      } catch (DesignException e) {
        assertThat(e.text().key()).matches("(design|edit)\\..+");
      }
      assertThat(before.hashCode()).as("edits change no design in place").isEqualTo(hash);
      assertThat(DesignCheck.problems(design, SmallCatalog.CATALOG)).as("after %s", edit).isEmpty();
      assertThat(Instances.count(design, design.root()))
          .isBetween(0L, Bounds.MAX_INSTANCES)
          .isEqualTo(
              Instances.parts(design, design.root()).values().stream()
                  .mapToLong(Long::longValue)
                  .sum());
    }
  }

  @Property(tries = 100)
  void withoutACatalogueReferencesToAssembliesNeverDangle(
      @ForAll long seed, @ForAll @IntRange(max = 150) int n) {
    RandomEdits random = new RandomEdits(seed);
    Design design = RandomEdits.start();
    for (int i = 0; i < n; i++) {
      try {
        design = random.next(design).applyTo(design);
      } catch (DesignException _) {
        // A refused edit changes nothing.
      }
      assertThat(DesignCheck.problems(design, Optional.empty())).isEmpty();
    }
  }

  @Property(tries = 200)
  void undoAndRedoRestoreDesignsAndSelections(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int n) {
    RandomEdits random = new RandomEdits(seed);
    History<Integer> history = History.of(RandomEdits.start());
    List<Design> designs = new ArrayList<>(List.of(history.present()));
    List<Integer> selections = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Edit edit = random.next(history.present());
      try {
        Design next = edit.applyTo(history.present(), SmallCatalog.CATALOG);
        History<Integer> pushed = history.push(edit.label(), next, i);
        if (pushed != history) {
          designs.add(next);
          selections.add(i);
        }
        history = pushed;
      } catch (DesignException _) {
        // A refused edit changes nothing.
      }
    }
    for (int at = designs.size() - 2; at >= 0; at--) {
      History.Moved<Integer> moved = history.undo(-at - 1).orElseThrow();
      assertThat(moved.history().present()).isEqualTo(designs.get(at));
      assertThat(moved.selection()).isEqualTo(selections.get(at));
      history = moved.history();
    }
    assertThat(history.undo(0)).isEmpty();
    for (int at = 1; at < designs.size(); at++) {
      History.Moved<Integer> moved = history.redo(0).orElseThrow();
      assertThat(moved.history().present()).isEqualTo(designs.get(at));
      assertThat(moved.selection()).isEqualTo(-at);
      history = moved.history();
    }
    assertThat(history.redo(0)).isEmpty();
  }
}
