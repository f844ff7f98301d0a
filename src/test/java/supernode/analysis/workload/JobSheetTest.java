package supernode.analysis.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import supernode.design.Setting;
import supernode.design.SettingPath;
import supernode.design.Workload;
import supernode.quantity.Dimension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be set by form is what a job file may say. */
class JobSheetTest {
  private static final Set<String> NOT_BY_FORM =
      Set.of("format", "version", "name", "machine", "model", "jobs", "seed");

  private static JsonNode schema(String kind) throws IOException {
    Path file = Path.of("assets/schema/supernode-" + kind + "-job-1.schema.json");
    return JsonMapper.shared().readTree(file);
  }

  private static List<JobField> fields(Workload.Kind kind) {
    return JobSheet.of(JobStart.of(kind, 64)).stream().flatMap(g -> g.fields().stream()).toList();
  }

  @Test
  void aFormHasEveryKeyThatAJobFileMayHave() throws IOException {
    for (Workload.Kind kind : Workload.Kind.values()) {
      JsonNode top = schema(kind.key()).path("properties");
      Set<String> heads = new HashSet<>();
      Set<String> paths = new HashSet<>();
      fields(kind)
          .forEach(f -> {
            paths.add(f.path());
            heads.add(f.path().split("[.\\[]")[0]);
          });
      for (Map.Entry<String, JsonNode> e : top.properties()) {
        if (!NOT_BY_FORM.contains(e.getKey())) {
          assertThat(heads).as(kind.key()).contains(e.getKey());
          for (String inner : e.getValue().path("properties").propertyNames()) {
            if (!Set.of("seed").contains(inner)) {
              assertThat(paths).as(kind.key()).contains(e.getKey() + "." + inner);
            }
          }
        }
      }
    }
  }

  @Test
  void boundsAreThoseOfTheFile() throws IOException {
    for (Workload.Kind kind : Workload.Kind.values()) {
      JsonNode top = schema(kind.key());
      for (JobField f : fields(kind)) {
        if (f.path().equals("seed")) {
          // A number of the form is exact up to 2^53 only.
          continue;
        }
        JsonNode at = top;
        for (String step : f.path().replaceAll("\\[\\d+\\]", "").split("\\.")) {
          at = at.path("properties").path(step);
          if (at.path("items").has("properties")) {
            at = at.path("items");
          }
        }
        if (at.has("minimum") && at.has("maximum") && f.type() != JobField.Type.WHOLES) {
          assertThat(f.least()).as(f.path()).isEqualTo(at.path("minimum").asDouble());
          assertThat(f.most()).as(f.path()).isEqualTo(at.path("maximum").asDouble());
        }
      }
    }
  }

  @Test
  void aNumberIsReadInAnyUnitAndRefusedBeyondItsBounds() {
    JobField rate = JobField.number("poolGBps", Dimension.BANDWIDTH, 1e9, 1e-3, 1e6, "");
    assertThat(rate.read("1.6 TB/s").value()).contains(new Setting.Amount(1600));
    assertThat(rate.shown(Optional.of(new Setting.Amount(1600)))).isEqualTo("1.6 TB/s");
    assertThat(rate.read("0").why()).isPresent();
    assertThat(rate.read("fast").why()).isPresent();
    JobField whole = JobField.whole("tp", 1, 8, "1");
    assertThat(whole.read("2.5").why()).isPresent();
    assertThat(whole.read("8").value()).contains(new Setting.Amount(8));
    JobField list = JobField.wholes("chips", 1, 64);
    assertThat(list.read("8, 16").value())
        .contains(new Setting.Listing(List.of(new Setting.Amount(8), new Setting.Amount(16))));
    assertThat(list.read("8, 65").why()).isPresent();
  }

  @Property
  void settingAndTakingBackLeavesTheJobAsItWas(@ForAll @IntRange(min = 1, max = 64) int tp) {
    Setting.Group job = JobStart.of(Workload.Kind.SERVE, 64).job();
    Setting value = new Setting.Amount(tp);
    Setting.Group set = SettingPath.with(job, "decode.tp", Optional.of(value));
    assertThat(SettingPath.get(set, "decode.tp")).contains(value);
    assertThat(SettingPath.with(set, "decode.tp", Optional.empty())).isEqualTo(job);
    Setting.Group day = JobStart.of(Workload.Kind.SCHEDULE, 64).job();
    Setting.Group two = SettingPath.with(day, "classes[1]", Optional.of(JobStart.jobs(tp)));
    assertThat(SettingPath.get(two, "classes[1].meanHours")).contains(new Setting.Amount(4));
    assertThat(SettingPath.with(two, "classes[1]", Optional.empty())).isEqualTo(day);
  }
}
