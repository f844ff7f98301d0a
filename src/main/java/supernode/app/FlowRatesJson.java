package supernode.app;

import java.io.PrintWriter;
import java.util.BitSet;
import java.util.List;
import supernode.solve.network.rate.LimitingLinks;
import supernode.solve.network.rate.MaxMinCertificate;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.network.rate.Relief;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rates as JSON, version 1; its schema is assets/schema/supernode-maxmin-1.schema.json. */
final class FlowRatesJson {
  private static final int LINKS_RELIEVED = 10;

  /** Written as it goes: there may be millions of flows. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final NamedFlows named;
  private final MaxMinResult result;
  private final LimitingLinks limiting;
  private final MaxMinCertificate proof;

  FlowRatesJson(
      NamedFlows named, MaxMinResult result, LimitingLinks limiting, MaxMinCertificate proof) {
    this.named = named;
    this.result = result;
    this.limiting = limiting;
    this.proof = proof;
  }

  void write(PrintWriter out, boolean whatIf) {
    try (JsonGenerator to = JSON.createGenerator(out)) {
      to.writeStartObject();
      to.writeStringProperty("format", "supernode-maxmin");
      to.writeNumberProperty("version", 1);
      rates(to);
      to.writeNumberProperty("levels", result.levels());
      certificate(to);
      limits(to);
      bottlenecks(to);
      if (whatIf) {
        whatIf(to);
      }
      to.writeEndObject();
    }
    out.println();
  }

  private void rates(JsonGenerator to) {
    to.writeObjectPropertyStart("rates");
    for (int f = 0; f < named.flows().size(); f++) {
      to.writeNumberProperty(named.flows().get(f), result.rateBytesPerS(f));
    }
    to.writeEndObject();
  }

  private void certificate(JsonGenerator to) {
    to.writeObjectPropertyStart("certificate");
    to.writeBooleanProperty("holds", proof.holds());
    to.writeNumberProperty("tolerance", MaxMinCertificate.TOLERANCE);
    to.writeNumberProperty("worstOverload", proof.worstOverload());
    to.writeNumberProperty("worstShortfall", proof.worstShortfall());
    to.writeEndObject();
  }

  /** The link that limits each flow; null where it has its own limit. */
  private void limits(JsonGenerator to) {
    to.writeObjectPropertyStart("limitedBy");
    for (int f = 0; f < named.flows().size(); f++) {
      int by = result.bottleneck(f);
      if (by < 0) {
        to.writeNullProperty(named.flows().get(f));
      } else {
        to.writeStringProperty(named.flows().get(f), named.links().get(by));
      }
    }
    to.writeEndObject();
  }

  private void bottlenecks(JsonGenerator to) {
    to.writeArrayPropertyStart("bottlenecks");
    for (int l : limiting.ranked()) {
      to.writeStartObject();
      to.writeStringProperty("link", named.links().get(l));
      to.writeNumberProperty("capacity", named.problem().capacityBytesPerS(l));
      to.writeNumberProperty("flows", (long) limiting.flows(l));
      to.writeNumberProperty("ratePerWeight", limiting.level(l));
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private void whatIf(JsonGenerator to) {
    to.writeArrayPropertyStart("whatIf");
    List<Integer> ranked = limiting.ranked();
    for (int l : ranked.subList(0, Math.min(LINKS_RELIEVED, ranked.size()))) {
      BitSet one = new BitSet();
      one.set(l);
      Relief relief = Relief.of(named.problem(), result, one, () -> false);
      to.writeStartObject();
      to.writeStringProperty("raise", named.links().get(l));
      number(to, "usefulUpTo", relief.usefulBytesPerS());
      number(to, "leastRatePerWeightNow", relief.leastBefore());
      number(to, "leastRatePerWeightThen", relief.leastAfter());
      number(to, "sumOfRatesNow", relief.totalBefore());
      number(to, "sumOfRatesThen", relief.totalAfter());
      to.writeArrayPropertyStart("nextBottlenecks");
      relief.next().stream().mapToObj(named.links()::get).forEach(to::writeString);
      to.writeEndArray();
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  /** Null stands for "without limit". */
  private static void number(JsonGenerator to, String key, double value) {
    if (Double.isFinite(value)) {
      to.writeNumberProperty(key, value);
    } else {
      to.writeNullProperty(key);
    }
  }
}
