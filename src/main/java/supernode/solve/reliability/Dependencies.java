package supernode.solve.reliability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What needs what: a thing is up while it is sound itself and, of each of its needs, enough of
 * those that give it are up (k of n). Nothing needs itself on the way round: what turns in a circle
 * is cut where it is driven.
 */
public final class Dependencies {
  private final List<List<Integer>> needsFrom = new ArrayList<>();
  private final List<Integer> whose = new ArrayList<>();
  private final List<Integer> spare = new ArrayList<>();

  /** A thing that needs nothing yet; returns its number, from 0 upward. */
  public int add() {
    needsFrom.add(new ArrayList<>());
    return needsFrom.size() - 1;
  }

  public int size() {
    return needsFrom.size();
  }

  /**
   * Says that a thing needs so many of the given.
   *
   * @throws IllegalArgumentException unless there are so many
   */
  public void need(int thing, int enough, List<Integer> givers) {
    Redundancy r = new Redundancy(enough, givers.size());
    int need = whose.size();
    whose.add(thing);
    spare.add(r.parts() - r.needed());
    givers.forEach(g -> needsFrom.get(g).add(need));
  }

  public void need(int thing, int giver) {
    need(thing, 1, List.of(giver));
  }

  /** Everything that is down when these fail, themselves included. */
  public BitSet lostWith(BitSet failed) {
    BitSet down = (BitSet) failed.clone();
    Map<Integer, Integer> left = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    failed.stream().forEach(open::add);
    while (!open.isEmpty()) {
      for (int need : needsFrom.get(open.remove())) {
        int now = left.merge(need, -1, (was, less) -> was + less);
        int thing = whose.get(need);
        if (now + spare.get(need) < 0 && !down.get(thing)) {
          down.set(thing);
          open.add(thing);
        }
      }
    }
    return down;
  }

  public BitSet lostWith(int thing) {
    BitSet one = new BitSet();
    one.set(thing);
    return lostWith(one);
  }
}
