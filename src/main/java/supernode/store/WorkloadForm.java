package supernode.store;

import java.util.Arrays;
import java.util.stream.Collectors;
import supernode.design.Bounds;
import supernode.design.Setting;
import supernode.design.Workload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A workload of a scenario: its kind with its job, {"train": {...}}. */
final class WorkloadForm {
  private WorkloadForm() {}

  static Workload read(Fields f) {
    for (Workload.Kind kind : Workload.Kind.values()) {
      if (f.find(kind.key()).isPresent()) {
        Fields job = f.object(kind.key()).orElseThrow();
        f.done();
        return new Workload(
            kind,
            Settings.read(job.node())
                .orElseThrow(() ->
                    f.refused(
                        kind.key(),
                        "store.workload",
                        Workload.MAX_VALUES,
                        Bounds.MAX_DEPTH,
                        Bounds.MAX_TEXT)));
      }
    }
    f.done();
    String kinds =
        Arrays.stream(Workload.Kind.values())
            .map(Workload.Kind::key)
            .collect(Collectors.joining(", "));
    throw f.refused(Workload.Kind.TRAIN.key(), "store.noWorkload", kinds);
  }

  static ObjectNode write(Workload workload) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set(workload.kind().key(), write(workload.job()));
    return node;
  }

  private static JsonNode write(Setting setting) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (setting) {
      case Setting.Amount n -> Layout.number(n.value());
      case Setting.Word w -> make.stringNode(w.value());
      case Setting.Truth t -> make.booleanNode(t.value());
      case Setting.Group g -> {
        ObjectNode node = make.objectNode();
        g.members().forEach((key, value) -> node.set(key, write(value)));
        yield node;
      }
      case Setting.Listing l -> {
        var list = make.arrayNode();
        l.items().forEach(item -> list.add(write(item)));
        yield list;
      }
    };
  }
}
