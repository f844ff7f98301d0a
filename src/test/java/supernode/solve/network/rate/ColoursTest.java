package supernode.solve.network.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Numbers of colours against a map. */
class ColoursTest {
  @Property(tries = 200)
  void coloursAreNumberedByFirstAppearance(
      @ForAll long seed, @ForAll @IntRange(max = 3000) int length) {
    SplittableRandom random = new SplittableRandom(seed);
    int kinds = random.nextInt(1, 2000);
    boolean mixed = random.nextBoolean();
    long[] colours = new long[length];
    Map<Long, Integer> known = new LinkedHashMap<>();
    int[] expected = new int[length];
    for (int i = 0; i < length; i++) {
      // Unmixed ones fall into few slots.
      long fresh = random.nextInt(kinds);
      boolean again = i > 0 && random.nextInt(3) == 0;
      colours[i] = again ? colours[i - 1] : mixed ? Colours.mix(fresh) : fresh << 20;
      expected[i] = known.computeIfAbsent(colours[i], _ -> known.size());
    }
    int[] numbers = Colours.number(colours);
    assertThat(numbers).isEqualTo(expected);
    assertThat(Colours.count(numbers)).isEqualTo(known.size());
  }
}
