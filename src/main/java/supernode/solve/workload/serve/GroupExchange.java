package supernode.solve.workload.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import supernode.solve.workload.machine.Fleet;

/**
 * What the chips of a group of replicas send each other for one request, in the mean: sums of the
 * chips that share matrices from one to the next, tokens to experts inside domains and to the same
 * place in others, and answers back.
 */
final class GroupExchange {
  /** Flows up to which everyone's peers are all written down; else evenly spaced ones. */
  private static final int MOST_FLOWS = 20_000;

  private final Fleet fleet;
  private final ReplicaGroup group;
  private final InferenceStep.Sent sent;
  private final List<Flow> flows = new ArrayList<>();

  /**
   * From chip to chip.
   *
   * @param weight what a chip sends to all of its peers weighs one
   */
  record Flow(int from, int to, double bytesPerRequest, double weight) {}

  private GroupExchange(Fleet fleet, ReplicaGroup group, boolean decode) {
    this.fleet = fleet;
    this.group = group;
    sent = group.step().sentPerToken(decode);
  }

  static List<Flow> of(Fleet fleet, ReplicaGroup group, boolean decode) {
    GroupExchange e = new GroupExchange(fleet, group, decode);
    e.tensor();
    e.expert();
    return e.flows;
  }

  private void tensor() {
    int tp = group.step().on().tp();
    double bytes = sent.tensor() * group.tokensPerRequest() / group.replicas();
    for (int r = 0; r < group.replicas() && bytes > 0; r++) {
      for (int rank = 0; rank < tp; rank++) {
        flows.add(new Flow(group.chip(r, rank), group.chip(r, (rank + 1) % tp), bytes, 1));
      }
    }
  }

  private void expert() {
    double tokens = group.tokensPerRequest() / group.chips();
    if (!(sent.inside() + sent.between() > 0)) {
      return;
    }
    int each = group.step().on().chips();
    for (int i = 0; i < group.instances(); i++) {
      List<List<Integer>> domains = domains(group.firstChip() + i * each, each);
      for (int d = 0; d < domains.size(); d++) {
        for (int place = 0; place < domains.get(d).size(); place++) {
          int chip = domains.get(d).get(place);
          spread(chip, domains.get(d), place, sent.inside() * tokens);
          List<Integer> far = new ArrayList<>();
          for (List<Integer> other : domains) {
            far.add(other.get(place % other.size()));
          }
          spread(chip, far, d, sent.between() * tokens);
        }
      }
    }
  }

  private List<List<Integer>> domains(int first, int chips) {
    Map<Integer, List<Integer>> all = new TreeMap<>();
    for (int c = first; c < first + chips; c++) {
      all.computeIfAbsent(fleet.domainOf(c), _ -> new ArrayList<>()).add(c);
    }
    return List.copyOf(all.values());
  }

  /** To the others of a list, or as many of them as may be, at even distances from one's place. */
  private void spread(int from, List<Integer> to, int own, double bytes) {
    int others = to.size() - 1;
    int peers = Math.min(others, Math.max(1, MOST_FLOWS / group.chips()));
    for (int i = 0; i < peers && bytes > 0; i++) {
      int at = (own + 1 + (int) ((long) i * others / peers)) % to.size();
      flows.add(new Flow(from, to.get(at), bytes / peers, 1.0 / peers));
    }
  }
}
