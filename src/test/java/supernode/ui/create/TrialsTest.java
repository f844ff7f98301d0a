package supernode.ui.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import supernode.analysis.Analysis;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.Design;
import supernode.design.template.Parameters;
import supernode.design.template.SupernodeTemplate;

/** What is worked out while parameters change is that of the last ones. */
class TrialsTest {
  private static final Catalog CATALOG = CatalogReader.shipped();

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final List<Analysis> published = new ArrayList<>();
  private final Trials trials = new Trials(CATALOG, waiting::add, Runnable::run);

  private static Design of(int domain) {
    Map<String, String> values = new LinkedHashMap<>(Parameters.DEFAULT.values());
    values.put("domain", String.valueOf(domain));
    return SupernodeTemplate.draw(Parameters.of(values), CATALOG);
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Test
  void sumsComeFirstAndTheLastAnswerIsWhole() {
    trials.solve(of(8), published::add);
    work();
    assertThat(published).hasSizeGreaterThan(1);
    assertThat(published.getFirst().complete()).isFalse();
    assertThat(published.getFirst().result("totals.accelerators")).isPresent();
    assertThat(published.getLast().complete()).isTrue();
    assertThat(published.getLast().result("power.pue")).isPresent();
  }

  @Test
  void theLatestWins() {
    Design last = of(16);
    trials.solve(of(8), published::add);
    trials.solve(last, published::add);
    work();
    assertThat(published).isNotEmpty().allMatch(a -> a.design().equals(last));
  }

  @Test
  void nothingComesAfterTheEnd() {
    trials.solve(of(8), published::add);
    trials.stop();
    work();
    assertThat(published).isEmpty();
  }
}
