package supernode.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import supernode.figure.Box;

class CameraTest {
  private static final Camera CAMERA = new Camera(0.5, 100, 200, 800, 600);

  @Property
  void whatIsUnderThePointerStaysThereWhenZooming(
      @ForAll @DoubleRange(min = 0.01, max = 100) double factor,
      @ForAll @DoubleRange(min = 0, max = 800) double x,
      @ForAll @DoubleRange(min = 0, max = 600) double y) {
    Camera zoomed = CAMERA.zoomed(factor, x, y);
    assertThat(zoomed.worldX(x)).isCloseTo(CAMERA.worldX(x), within(1e-6));
    assertThat(zoomed.worldY(y)).isCloseTo(CAMERA.worldY(y), within(1e-6));
  }

  @Property
  void fittingShowsAllOfABox(
      @ForAll @DoubleRange(min = -1e4, max = 1e4) double x,
      @ForAll @DoubleRange(min = 0.1, max = 1e4) double width,
      @ForAll @DoubleRange(min = 0.1, max = 1e4) double height) {
    Box world = new Box(x, -x, width, height);
    Camera fit = Camera.fit(world, 800, 600);
    assertThat(fit.visible().contains(world)).isTrue();
    assertThat(fit.visible().centerX()).isCloseTo(world.centerX(), within(1e-6 * width + 1e-9));
  }

  @Test
  void panningMovesTheWorldWithThePointer() {
    Camera panned = CAMERA.panned(30, -20);
    assertThat(panned.worldX(30)).isEqualTo(CAMERA.worldX(0));
    assertThat(panned.worldY(-20)).isEqualTo(CAMERA.worldY(0));
  }

  @Test
  void actualSizeIsOneUnitToAPixel() {
    assertThat(CAMERA.actualSize().scale()).isEqualTo(1);
  }

  @Test
  void aFlightBeginsAndEndsWhereItShould() {
    Camera there = Camera.fit(new Box(5000, 5000, 10, 10), 800, 600);
    assertThat(CAMERA.towards(there, 1)).isEqualTo(there);
    Camera begin = CAMERA.towards(there, 0);
    assertThat(begin.left()).isCloseTo(CAMERA.left(), within(1e-6));
    assertThat(begin.scale()).isCloseTo(CAMERA.scale(), within(1e-9));
  }

  @Test
  void showingWhatIsSeenAlreadyMovesNothing() {
    assertThat(CAMERA.showing(new Box(600, 700, 50, 50))).isEqualTo(CAMERA);
    Box far = new Box(9000, 9000, 50, 50);
    assertThat(CAMERA.showing(far).visible().contains(far)).isTrue();
    assertThat(CAMERA.showing(far).scale()).isEqualTo(CAMERA.scale());
  }

  @Test
  void growingTheViewKeepsTheMiddle() {
    Camera larger = CAMERA.resized(1000, 900);
    assertThat(larger.visible().centerX()).isEqualTo(CAMERA.visible().centerX());
    assertThat(larger.visible().centerY()).isEqualTo(CAMERA.visible().centerY());
  }

  @Property
  void whatIsFittedBesideALegendIsNotCoveredByIt(
      @ForAll @DoubleRange(min = 1, max = 1e4) double width,
      @ForAll @DoubleRange(min = 1, max = 1e4) double height) {
    Box world = new Box(0, 0, width, height);
    Box legend = new Box(528, 12, 260, 44);
    Camera fit = Camera.fitBeside(world, legend, 800, 600);
    assertThat(fit.visible().contains(world)).isTrue();
    assertThat(fit.toPixels(world).inset(1e-6).meets(legend)).isFalse();
  }
}
