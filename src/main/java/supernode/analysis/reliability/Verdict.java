package supernode.analysis.reliability;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.analysis.workload.Workloads;
import supernode.solve.Outcome;

/**
 * All that is wrong with a design or worth knowing: what its rules say, its workloads, and what it
 * stands to lose. The same in the window, in commands and in reports.
 *
 * @param findings worst first
 */
public record Verdict(List<Finding> findings) {
  public Verdict {
    findings = findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
  }

  public static Verdict of(
      Analysis analysis, List<Workloads.Answered> workloads, Outcome<Resilience> resilience) {
    return new Verdict(
        Stream.of(
                analysis.findings().stream(),
                workloads.stream().flatMap(w -> w.findings().stream()),
                resilience.asOptional().stream().flatMap(r -> r.findings().stream()))
            .flatMap(s -> s)
            .toList());
  }

  public long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }

  /** Empty where there are no findings. */
  public Optional<Severity> worst() {
    return findings.stream().map(Finding::severity).min(Severity::compareTo);
  }
}
