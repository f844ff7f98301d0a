package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import supernode.analysis.FabricFlows;
import supernode.analysis.LinkLine;
import supernode.design.Damage;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.design.Scenario;
import supernode.design.edit.Edit;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** Fails links in the scenario that is shown, those that are selected or some at random. */
public final class LinkFaults {
  private final Workspace workspace;

  public LinkFaults(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The links that are selected, where some were pointed at. */
  Optional<LinkLine> line() {
    return workspace.selection().wiring().flatMap(Selection.WiringRef::line);
  }

  /** The busier one of the selected links, by the instances at its ends. */
  private Optional<FabricFlows.Direction> busiest() {
    return line()
        .flatMap(l -> workspace.analysis().flatMap(a -> a.links().carried(l)))
        .map(c -> c.load().outChannel() >= 0 ? c.busier() : c.back());
  }

  boolean canFailOne() {
    return busiest().isPresent();
  }

  /** Fails the busiest of the selected links that is up, one more each time. */
  public void failOne() {
    busiest()
        .ifPresent(link -> {
          List<Damage> next = new ArrayList<>(damage());
          int count = 1;
          for (Damage d : damage()) {
            if (d instanceof Damage.Links l && l.count() > 0 && isBetween(l, link)) {
              count += l.count();
              next.remove(d);
            }
          }
          next.add(new Damage.Links(link.from(), link.to(), count));
          set(next);
        });
  }

  private static boolean isBetween(Damage.Links links, FabricFlows.Direction link) {
    return (links.a().equals(link.from()) && links.b().equals(link.to()))
        || (links.a().equals(link.to()) && links.b().equals(link.from()));
  }

  boolean canFailAll() {
    return line().filter(l -> !l.from().isEmpty() && !l.to().isEmpty()).isPresent();
  }

  /** Fails all links between the two instances that the selected ones join. */
  public void failAll() {
    if (canFailAll()) {
      LinkLine line = line().orElseThrow();
      List<Damage> next = new ArrayList<>(damage());
      next.removeIf(d -> isOn(d, line));
      next.add(new Damage.Links(path(line, line.from()), path(line, line.to()), 0));
      set(next);
    }
  }

  boolean canRestore() {
    return line().filter(l -> damage().stream().anyMatch(d -> isOn(d, l))).isPresent();
  }

  /** Restores what failed among the selected links. */
  public void restore() {
    line()
        .ifPresent(line -> {
          List<Damage> next = new ArrayList<>(damage());
          next.removeIf(d -> isOn(d, line));
          set(next);
        });
  }

  /** Fails so many parts of a fabric, drawn at random. */
  public boolean failAtRandom(Damage.Part part, Fabric fabric, int count, long seed) {
    List<Damage> next = new ArrayList<>(damage());
    next.add(new Damage.Random(part, fabric, count, seed));
    return set(next);
  }

  /** What has failed in the scenario by its path. */
  Set<String> faults() {
    return scenario().faults();
  }

  boolean has(Damage one) {
    return damage().contains(one);
  }

  /** Fails what is up, or restores it. */
  void toggle(Damage one) {
    List<Damage> next = new ArrayList<>(damage());
    if (!next.removeIf(one::equals)) {
      next.add(one);
    }
    set(next);
  }

  /** Whether any link has failed by itself. */
  boolean any() {
    return damage().stream().anyMatch(Damage.Links.class::isInstance);
  }

  /** Whether links between the two ends of a line have failed. */
  boolean hasFailed(LinkLine line) {
    return !line.from().isEmpty() && damage().stream().anyMatch(d -> isOn(d, line));
  }

  private List<Damage> damage() {
    return scenario().damage();
  }

  private Scenario scenario() {
    return workspace
        .design()
        .scenarios()
        .getOrDefault(workspace.scenarioProperty().get(), Scenario.DEFAULT);
  }

  private boolean set(List<Damage> next) {
    return workspace.perform(
        new Edit.SetDamage(workspace.scenarioProperty().get(), next), workspace.selection());
  }

  private static boolean isOn(Damage damage, LinkLine line) {
    return damage instanceof Damage.Links(String a, String b, int _)
        && ((isAt(a, line, line.from()) && isAt(b, line, line.to()))
            || (isAt(b, line, line.from()) && isAt(a, line, line.to())));
  }

  private static boolean isAt(String path, LinkLine line, String end) {
    return InstancePath.parse(path).isWithin(InstancePath.parse(path(line, end)));
  }

  private static String path(LinkLine line, String end) {
    return line.at().isEmpty() || end.isEmpty() ? line.at() + end : line.at() + "." + end;
  }
}
