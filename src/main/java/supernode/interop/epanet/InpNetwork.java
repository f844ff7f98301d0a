package supernode.interop.epanet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.quantity.Text;

/**
 * What an input file says, in its own units and order.
 *
 * @param statuses of [STATUS], by link
 * @param curves by id, x rising
 * @param remarks what was read but plays no part at time 0
 */
public record InpNetwork(
    String title,
    InpOptions options,
    InpTimes times,
    Map<String, InpNode> nodes,
    Map<String, InpLink> links,
    Map<String, List<Double>> patterns,
    Map<String, List<CurvePoint>> curves,
    Map<String, LinkSetting> statuses,
    List<InpControl> controls,
    Map<String, CurvePoint> coordinates,
    List<Text> remarks) {
  public InpNetwork {
    nodes = kept(nodes);
    links = kept(links);
    patterns = kept(patterns);
    curves = kept(curves);
    statuses = kept(statuses);
    controls = List.copyOf(controls);
    coordinates = kept(coordinates);
    remarks = List.copyOf(remarks);
  }

  /** A point of a curve, or of the drawing. */
  public record CurvePoint(double x, double y) {}

  private static <T> Map<String, T> kept(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
