package supernode.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.quantity.Text;

/** Sizes of direct networks: what is one, what is none, and how it is written. */
class DirectNetworkTest {
  private static final DirectNetwork TORUS = new DirectNetwork.Torus(List.of(4, 4, 8), 0);
  private static final DirectNetwork DRAGONFLY = new DirectNetwork.Dragonfly(4, 2, 9);

  @Test
  void itsSizeSaysHowManyMembersItHas() {
    assertThat(TORUS.members()).hasValue(128);
    assertThat(new DirectNetwork.HyperX(List.of(8, 8)).members()).hasValue(64);
    assertThat(DRAGONFLY.members()).hasValue(36);
    assertThat(new DirectNetwork.SlimFly(5).members()).hasValue(50);
    assertThat(new DirectNetwork.Jellyfish(4, 1).members()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 25, 27, 32, 121, 125, 127, 128})
  void aSlimFlyIsThereForPrimePowers(int q) {
    assertThat(new DirectNetwork.SlimFly(q).problem()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, 0, 1, 2, 6, 10, 12, 15, 18, 21, 129, 1_000_000_000})
  void andForNoOtherNumber(int q) {
    Text why = new DirectNetwork.SlimFly(q).problem().orElseThrow();
    assertThat(new DirectNetwork.SlimFly((int) why.values().get(1)).problem()).isEmpty();
  }

  @Test
  void sizesOutOfRangeSaySo() {
    assertThat(new DirectNetwork.Torus(List.of(), 0).problem()).isPresent();
    assertThat(new DirectNetwork.Torus(List.of(4, 1), 0).problem()).isPresent();
    assertThat(new DirectNetwork.Torus(List.of(4, 4), 4).problem()).isPresent();
    assertThat(new DirectNetwork.Mesh(List.of(1000, 1000, 1000)).problem()).isPresent();
    assertThat(new DirectNetwork.Dragonfly(4, 2, 10).problem()).isPresent();
    assertThat(new DirectNetwork.Jellyfish(1, 0).problem()).isPresent();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    for (DirectNetwork n :
        List.of(
            TORUS,
            new DirectNetwork.Torus(List.of(4, 8), 2),
            new DirectNetwork.Mesh(List.of(3, 5)),
            new DirectNetwork.HyperX(List.of(2, 2, 2)),
            DRAGONFLY,
            new DirectNetwork.SlimFly(7),
            new DirectNetwork.Jellyfish(5, 42))) {
      assertThat(NetworkText.parse(NetworkText.of(n), n)).isEqualTo(n);
    }
    assertThat(NetworkText.parse("4 × 4 x8", TORUS)).isEqualTo(TORUS);
    assertThat(NetworkText.parse("g=9, a=4, h=2", DRAGONFLY)).isEqualTo(DRAGONFLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "4x", "4xx4", "four", "4x4 twist=", "99999999999x2"})
  void whatSaysNoSizeIsRefused(String typed) {
    assertThatThrownBy(() -> NetworkText.parse(typed, TORUS)).isInstanceOf(DesignException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=4", "a=4 h=2 g=", "4 2 9", "a=4 h=2 g=9 q=1"})
  void aDragonflyNeedsAllItsNumbers(String typed) {
    assertThatThrownBy(() -> NetworkText.parse(typed, DRAGONFLY))
        .isInstanceOf(DesignException.class);
  }
}
