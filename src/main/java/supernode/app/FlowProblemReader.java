package supernode.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMinProblem;
import tools.jackson.core.JsonToken;

/**
 * Reads a flow-link problem as it streams by, so that millions of flows need no tree. Links may be
 * declared after the flows that cross them.
 */
final class FlowProblemReader {
  static final int MOST_LINKS = 2_000_000;
  static final int MOST_FLOWS = 5_000_000;
  static final int MOST_CROSSINGS = 20_000_000;

  private final JsonStream in;
  private final Map<String, Integer> linkOf = new HashMap<>();
  private final List<String> links = new ArrayList<>();
  private final Numbers capacity = new Numbers();
  private final Map<String, Integer> flowOf = new HashMap<>();
  private final Numbers weight = new Numbers();
  private final Numbers limit = new Numbers();
  private final Numbers linkAt = new Numbers();
  private final Numbers fraction = new Numbers();
  private final List<String> flows = new ArrayList<>();
  private final Numbers end = new Numbers();

  private FlowProblemReader(JsonStream in) {
    this.in = in;
  }

  /** Reads a file, or standard input for "-". */
  static NamedFlows read(String file) {
    try (JsonStream in = JsonStream.open(file)) {
      return new FlowProblemReader(in).read();
    }
  }

  private NamedFlows read() {
    in.next();
    in.requireObject();
    while (in.nextKey()) {
      switch (in.key()) {
        case "links" -> in.eachObject(_ -> link(), MOST_LINKS, "maxmin.tooManyLinks");
        case "flows" -> in.eachObject(_ -> flow(), MOST_FLOWS, "maxmin.tooManyFlows");
        case "format", "version", "name", "note" -> in.skip();
        default -> throw in.unknownKey("links, flows");
      }
    }
    in.requireEnd();
    if (flows.isEmpty()) {
      throw in.refused("maxmin.empty");
    }
    return problem();
  }

  private void link() {
    String id = null;
    double value = -1;
    while (in.nextKey()) {
      switch (in.key()) {
        case "id" -> id = in.id();
        case "capacity" -> value = in.amount();
        default -> throw in.unknownKey("id, capacity");
      }
    }
    in.requireKey(id != null, "id");
    in.requireKey(value >= 0, "capacity");
    int l = mentioned(id);
    if (capacity.get(l) >= 0) {
      throw in.refused("maxmin.linkTwice", id);
    }
    capacity.set(l, value);
  }

  private void flow() {
    String id = null;
    double w = 1;
    double most = Double.POSITIVE_INFINITY;
    int from = linkAt.size();
    boolean routed = false;
    while (in.nextKey()) {
      switch (in.key()) {
        case "id" -> id = in.id();
        case "weight" -> w = in.positive();
        case "limit" -> {
          if (!in.isNull()) {
            most = in.amount();
          }
        }
        case "route", "shares" -> {
          if (!in.isNull()) {
            if (routed) {
              throw in.refused("maxmin.routeTwice");
            }
            routed = true;
            crossings(in.key().equals("shares"));
          }
        }
        default -> throw in.unknownKey("id, route, shares, weight, limit");
      }
    }
    in.requireKey(id != null, "id");
    if (from == linkAt.size() && most == Double.POSITIVE_INFINITY) {
      throw in.refused("maxmin.noRoute", id);
    }
    if (flowOf.putIfAbsent(id, flows.size()) != null) {
      throw in.refused("maxmin.flowTwice", id);
    }
    flows.add(id);
    weight.add(w);
    limit.add(most);
    end.add(linkAt.size());
  }

  private void crossings(boolean shares) {
    if (shares) {
      in.requireObject();
      while (in.nextKey()) {
        cross(in.key(), in.amount());
      }
    } else {
      in.requireList();
      while (in.next() != JsonToken.END_ARRAY) {
        cross(in.id(), 1);
      }
    }
  }

  private void cross(String link, double share) {
    if (share > 0) {
      if (linkAt.size() >= MOST_CROSSINGS) {
        throw in.refused("maxmin.tooManyCrossings", MOST_CROSSINGS);
      }
      linkAt.add(mentioned(link));
      fraction.add(share);
    } else {
      int _ = mentioned(link);
    }
  }

  private int mentioned(String link) {
    Integer known = linkOf.putIfAbsent(link, links.size());
    if (known != null) {
      return known;
    }
    links.add(link);
    capacity.add(-1);
    return links.size() - 1;
  }

  private NamedFlows problem() {
    int nowhere = links.size();
    for (int l = 0; l < links.size(); l++) {
      if (capacity.get(l) < 0) {
        throw in.refusedWhole("maxmin.unknownLink", links.get(l));
      }
    }
    capacity.add(Double.POSITIVE_INFINITY);
    FlowIncidence.Builder b = new FlowIncidence.Builder(nowhere + 1);
    int at = 0;
    for (int f = 0; f < flows.size(); f++) {
      int stop = (int) end.get(f);
      if (at == stop) {
        b.cross(nowhere, 1);
      }
      for (; at < stop; at++) {
        b.cross((int) linkAt.get(at), fraction.get(at));
      }
      b.endFlow();
    }
    MaxMinProblem problem =
        MaxMinProblem.of(b.build(), capacity.toArray())
            .withWeights(weight.toArray())
            .withLimits(limit.toArray());
    return new NamedFlows(links, flows, problem);
  }
}
