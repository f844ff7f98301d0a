package supernode.ui.panel;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.design.InstancePath;

/** Signs beside the lines of the structure tree: what has failed, what has findings inside. */
final class Badges {
  static final Badges NONE = new Badges(Set.of(), List.of());

  private final Set<String> failed;
  private final Map<String, Severity> worst = new HashMap<>();

  /**
   * @param failed instance paths that have failed
   */
  Badges(Set<String> failed, Collection<Finding> findings) {
    this.failed = failed;
    for (Finding finding : findings) {
      for (String place : finding.places()) {
        for (InstancePath at = InstancePath.parse(place); !at.isRoot(); at = at.parent()) {
          note(at.toString(), finding.severity());
          note(group(at.parent(), at.last().placement()), finding.severity());
        }
      }
    }
  }

  /** Whether the instance itself or one around it has failed. */
  boolean failed(PlaceNode node) {
    if (!(node instanceof PlaceNode.One(InstancePath path))) {
      return false;
    }
    for (InstancePath at = path; !at.isRoot(); at = at.parent()) {
      if (failed.contains(at.toString())) {
        return true;
      }
    }
    return false;
  }

  /** The worst finding at a line or inside it. */
  Optional<Severity> worst(PlaceNode node) {
    String key =
        switch (node) {
          case PlaceNode.One(InstancePath path) -> path.toString();
          case PlaceNode.Some some -> group(some.parent(), some.placement());
        };
    return Optional.ofNullable(worst.get(key));
  }

  private void note(String key, Severity severity) {
    // Severities are ordered from the worst.
    worst.merge(key, severity, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  private static String group(InstancePath parent, String placement) {
    return parent.child(placement, 0).toString() + "*";
  }
}
