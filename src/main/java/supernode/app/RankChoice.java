package supernode.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import supernode.design.InstancePath;
import supernode.topology.Instance;

/**
 * Which accelerators take part: numbers and ranges of numbers in the order of the design, or paths
 * in which an index may be a range or left out. A path stands for all that is inside it.
 */
final class RankChoice {
  private static final int MOST = 1_000_000;
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");
  private static final Pattern PIECE =
      Pattern.compile("([A-Za-z0-9_-]+)(?:\\[(?:\\*|(\\d{1,9})(?:\\.\\.(\\d{1,9}))?)])?");

  private RankChoice() {}

  /**
   * Reads a choice.
   *
   * @param candidates live accelerators, in order
   * @throws BadInput when a part of it names none of them
   */
  static Predicate<Instance> of(List<String> texts, List<Instance> candidates) {
    if (texts.isEmpty()) {
      return _ -> true;
    }
    List<Instance> chosen = new ArrayList<>();
    for (String text : texts) {
      for (String part : text.split(",", -1)) {
        List<Instance> found = matching(part.strip(), candidates);
        if (found.isEmpty()) {
          throw new BadInput("collective.noRanks", part.strip());
        }
        chosen.addAll(found);
      }
    }
    return chosen::contains;
  }

  /**
   * Numbers alone, for machines without names.
   *
   * @throws BadInput when a part is none
   */
  static List<Integer> numbers(List<String> texts) {
    List<Integer> chosen = new ArrayList<>();
    for (String text : texts) {
      Matcher m = NUMBERS.matcher(text.strip());
      if (!m.matches()) {
        throw new BadInput("collective.noRanks", text.strip());
      }
      int from = Integer.parseInt(m.group(1));
      int to = m.group(2) == null ? from : Integer.parseInt(m.group(2));
      if (to < from || to - from > MOST) {
        throw new BadInput("collective.noRanks", text.strip());
      }
      for (int r = from; r <= to; r++) {
        chosen.add(r);
      }
    }
    return chosen.stream().distinct().sorted().toList();
  }

  private static List<Instance> matching(String part, List<Instance> candidates) {
    Matcher numbers = NUMBERS.matcher(part);
    if (numbers.matches()) {
      int from = Integer.parseInt(numbers.group(1));
      int to = numbers.group(2) == null ? from : Integer.parseInt(numbers.group(2));
      boolean there = from <= to && to < candidates.size();
      return there ? candidates.subList(from, to + 1) : List.of();
    }
    List<Matcher> pieces = new ArrayList<>();
    for (String piece : part.split("[./](?![.0-9])(?<!\\.\\.)", -1)) {
      Matcher m = PIECE.matcher(piece);
      if (!m.matches()) {
        return List.of();
      }
      pieces.add(m);
    }
    return candidates.stream().filter(i -> isIn(i.path().steps(), pieces)).toList();
  }

  private static boolean isIn(List<InstancePath.Step> steps, List<Matcher> pieces) {
    if (steps.size() < pieces.size()) {
      return false;
    }
    for (int i = 0; i < pieces.size(); i++) {
      Matcher m = pieces.get(i);
      InstancePath.Step step = steps.get(i);
      boolean any = m.group(2) == null;
      int from = any ? 0 : Integer.parseInt(m.group(2));
      int to = any ? Integer.MAX_VALUE : m.group(3) == null ? from : Integer.parseInt(m.group(3));
      if (!step.placement().equals(m.group(1)) || step.index() < from || step.index() > to) {
        return false;
      }
    }
    return true;
  }
}
