package supernode.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import supernode.quantity.Dimension;

/**
 * What has been published about a whole system, to be held against what its parts come to.
 *
 * @param published in SI units; empty where nothing is public
 * @param tolerance share of the published value by which the computed one may differ
 * @param source public page, data sheet or paper; empty where nothing is public
 * @param confidence how the figure came to be known; empty where nothing is public
 * @param note how it is counted; empty when there is nothing to say
 * @param miss why the design does not come to it; empty where it has to
 */
public record PublishedFigure(
    Kind kind,
    OptionalDouble published,
    double tolerance,
    String source,
    Optional<Confidence> confidence,
    String note,
    String miss) {
  /** What is counted; the key names the unit used in files. */
  public enum Kind {
    CHIPS("chips", Dimension.COUNT, 1),
    DOMAIN("domain", Dimension.COUNT, 1),
    SCALE_UP("scaleUpGBps", Dimension.BANDWIDTH, 1e9),
    SCALE_OUT("scaleOutGBps", Dimension.BANDWIDTH, 1e9),
    FP4("fp4Pflops", Dimension.COMPUTE, 1e15),
    FP8("fp8Pflops", Dimension.COMPUTE, 1e15),
    FP16("fp16Pflops", Dimension.COMPUTE, 1e15),
    MEMORY("memoryTB", Dimension.DATA, 1e12),
    MEMORY_BANDWIDTH("memoryTBps", Dimension.BANDWIDTH, 1e12),
    BISECTION("bisectionTBps", Dimension.BANDWIDTH, 1e12),
    SCALE_UP_SWITCHES("scaleUpSwitches", Dimension.COUNT, 1),
    SCALE_OUT_SWITCHES("scaleOutSwitches", Dimension.COUNT, 1),
    SCALE_UP_LINKS("scaleUpLinks", Dimension.COUNT, 1),
    OPTICAL_MODULES("opticalModules", Dimension.COUNT, 1),
    RACKS("racks", Dimension.COUNT, 1),
    REACH("reachM", Dimension.LENGTH, 1),
    POWER("powerKW", Dimension.POWER, 1e3);

    private final String key;
    private final Dimension dimension;
    private final double siPerFileUnit;

    Kind(String key, Dimension dimension, double siPerFileUnit) {
      this.key = key;
      this.dimension = dimension;
      this.siPerFileUnit = siPerFileUnit;
    }

    /** Name in files, with the unit used there. */
    public String key() {
      return key;
    }

    public Dimension dimension() {
      return dimension;
    }

    public double toSi(double fileValue) {
      return fileValue * siPerFileUnit;
    }

    public double toFile(double si) {
      return si / siPerFileUnit;
    }

    public static Optional<Kind> ofKey(String key) {
      return List.of(values()).stream().filter(k -> k.key.equals(key)).findFirst();
    }
  }
}
