package supernode.solve.cooling.fluid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.catalog.Confidence;

/**
 * Coolants by id. Those known by table are straight between its rows, their viscosity so in the
 * logarithm; beyond their rows they are not known, and a solution that goes there says so.
 */
public final class Coolants {
  private static final String GLYCOL =
      "CoolProp 8.0.0, incompressible mixture (Melinder 2010) at 3 bar, no inhibitors";
  private static final String VENDOR = "3M technical data sheets; production ended 2025";
  private static final String PAO = "PAO supplier sheets at 40 C; 20 and 60 C by ASTM D341";

  /** A row of a table: C, kg/m3, J/(kg K), mPa s, W/(m K). */
  private record Row(
      double c, double density, double heat, double viscosity, double conductivity) {}

  private static final List<Fluid> ALL =
      Stream.of(
              Fluid.WATER,
              Fluid.PG25,
              table(
                  "pg50",
                  Origin.byMass(50, GLYCOL, Confidence.ESTIMATE),
                  row(10, 1045.3, 3492, 10.5786, 0.3546),
                  row(20, 1039.1, 3530, 6.3936, 0.3595),
                  row(30, 1032.4, 3569, 4.1747, 0.3645),
                  row(40, 1025.4, 3607, 2.9137, 0.3695),
                  row(50, 1018.0, 3645, 2.1507, 0.3747),
                  row(60, 1010.5, 3683, 1.6611, 0.3800),
                  row(70, 1002.7, 3722, 1.3283, 0.3855)),
              table(
                  "eg25",
                  Origin.byMass(25, GLYCOL, Confidence.ESTIMATE),
                  row(10, 1034.4, 3787, 2.5928, 0.4755),
                  row(20, 1031.0, 3811, 1.8989, 0.4859),
                  row(30, 1027.1, 3834, 1.4466, 0.4959),
                  row(40, 1022.6, 3857, 1.1415, 0.5056),
                  row(50, 1017.4, 3880, 0.9291, 0.5149),
                  row(60, 1011.8, 3902, 0.7768, 0.5238),
                  row(70, 1005.6, 3924, 0.6644, 0.5324)),
              table(
                  "pao2",
                  Origin.pure(PAO, Confidence.ESTIMATE),
                  row(20, 797, 2150, 7.49, 0.137),
                  row(40, 784, 2230, 4.08, 0.137),
                  row(60, 771, 2310, 2.54, 0.137)),
              table(
                  "pao4",
                  Origin.pure(PAO, Confidence.ESTIMATE),
                  row(20, 820, 2130, 29.93, 0.14),
                  row(40, 807, 2210, 13.56, 0.14),
                  row(60, 794, 2290, 7.23, 0.14)),
              table("pao6", Origin.pure(PAO, Confidence.MEMORY), row(40, 814, 2200, 25.2, 0.144)),
              table(
                  "mineral-oil",
                  Origin.pure("generic white oil, light", Confidence.MEMORY),
                  row(40, 835, 2000, 9.0, 0.13)),
              fluorinated("fc40", 1855, 1100, 4.1, 0.065),
              fluorinated("fc3283", 1820, 1100, 1.4, 0.066),
              fluorinated("fc72", 1680, 1100, 0.64, 0.057),
              fluorinated("fc770", 1793, 1038, 1.4, 0.063),
              fluorinated("novec649", 1610, 1103, 0.64, 0.059),
              fluorinated("novec7100", 1510, 1183, 0.58, 0.069),
              fluorinated("novec7000", 1400, 1300, 0.45, 0.075),
              Fluid.AIR)
          .toList();

  private Coolants() {}

  public static List<Fluid> all() {
    return ALL;
  }

  public static Optional<Fluid> of(String id) {
    return ALL.stream().filter(f -> f.id().equals(id)).findFirst();
  }

  private static Row row(double c, double density, double heat, double mPas, double conductivity) {
    return new Row(c, density, heat, mPas, conductivity);
  }

  /** Known at 25 degrees Celsius only. */
  private static Fluid fluorinated(
      String id, double density, double heat, double mPas, double conductivity) {
    return table(
        id, Origin.pure(VENDOR, Confidence.MEMORY), row(25, density, heat, mPas, conductivity));
  }

  private static Fluid table(String id, Origin origin, Row... given) {
    List<Row> rows = new ArrayList<>(List.of(given));
    rows.sort(Comparator.comparingDouble(Row::c));
    List<Double> at = rows.stream().map(Row::c).toList();
    return new Fluid(
        id,
        new Property.Table(at, rows.stream().map(Row::density).toList()),
        new Property.Table(at, rows.stream().map(Row::heat).toList()),
        new Property.Table(at, rows.stream().map(Row::conductivity).toList()),
        new Property.Table(at, rows.stream().map(r -> Math.log(r.viscosity() / 1000)).toList()),
        at.getFirst(),
        at.getLast(),
        origin);
  }
}
