package supernode.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlotListTest {
  @Test
  void stretchesAreWrittenShortFromBelowAndFromAbove() {
    List<Integer> down = IntStream.rangeClosed(27, 44).map(u -> 71 - u).boxed().toList();
    assertThat(SlotList.write(down)).isEqualTo("44-27");
    assertThat(SlotList.write(List.of(1, 2, 3, 20, 37, 36, 35, 5, 6)))
        .isEqualTo("1-3, 20, 37-35, 5, 6");
    assertThat(SlotList.read("44 - 27")).contains(down);
    assertThat(SlotList.read("1-3; 7")).contains(List.of(1, 2, 3, 7));
    assertThat(SlotList.read("one")).isEmpty();
  }

  @Property
  void whatIsWrittenIsReadAgain(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 60) Integer> slots) {
    assertThat(SlotList.read(SlotList.write(slots))).contains(slots);
  }
}
