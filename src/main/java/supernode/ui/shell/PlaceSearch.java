package supernode.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import supernode.design.Bounds;
import supernode.design.Design;
import supernode.design.InstancePath;

/**
 * Finds instances by what people type: "compute[7].gpu[2]", "compute 7 gpu", "gpu". Works on the
 * tree of assemblies, never on the unrolled design, so that a million chips cost nothing.
 */
final class PlaceSearch {
  private static final Pattern WORD = Pattern.compile("([\\p{L}_-]+)|(\\d{1,9})");
  private static final int MOST = 200;

  private final Design design;

  PlaceSearch(Design design) {
    this.design = design;
  }

  /** Instances whose path has the words in order, each with its number or the first. */
  List<InstancePath> find(String query) {
    List<String> words = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    Matcher m = WORD.matcher(query.toLowerCase(Locale.ROOT));
    while (m.find()) {
      if (m.group(1) != null) {
        words.add(m.group(1));
        numbers.add(0);
      } else if (!words.isEmpty()) {
        numbers.set(numbers.size() - 1, Integer.parseInt(m.group(2)));
      }
    }
    Set<InstancePath> found = new LinkedHashSet<>();
    if (!words.isEmpty()) {
      walk(InstancePath.ROOT, design.root(), words, numbers, 0, found);
    }
    return List.copyOf(found);
  }

  private void walk(
      InstancePath at,
      String assembly,
      List<String> words,
      List<Integer> numbers,
      int next,
      Set<InstancePath> found) {
    if (found.size() >= MOST || at.steps().size() > Bounds.MAX_DEPTH) {
      return;
    }
    design
        .assemblies()
        .get(assembly)
        .placements()
        .forEach((name, placement) -> {
          boolean named =
              next < words.size() && name.toLowerCase(Locale.ROOT).contains(words.get(next));
          int index = named ? numbers.get(next) : 0;
          if (index >= placement.count()) {
            return;
          }
          InstancePath path = at.child(name, index);
          int following = named ? next + 1 : next;
          if (named && following == words.size()) {
            found.add(path);
          }
          if (design.assemblies().containsKey(placement.of()) && following < words.size()) {
            walk(path, placement.of(), words, numbers, following, found);
          }
        });
  }
}
