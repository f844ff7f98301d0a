package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import supernode.catalog.LinkType;
import supernode.design.DesignException;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import supernode.topology.WiringCount;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** A selected wiring: what it is made of, what it joins, how many links that makes. */
final class WiringSection extends Section {
  private final Workspace workspace;
  private final Messages messages;
  private final ChoiceRow<Fabric> fabric;
  private final ChoiceRow<LinkType> link;
  private final ChoiceRow<String> kind;
  private final FieldRow length;
  private final FieldRow perPair;
  private final FieldRow size;
  private final FieldRow network;
  private final VBox ends = new VBox();
  private final List<FieldRow> endRows = new ArrayList<>();
  private final Label count = Rows.prose("", "section-note");
  private String assembly = "";
  private Wiring wiring;

  WiringSection(Workspace workspace, Messages messages) {
    super(messages.say("panel.wiring.title"));
    this.workspace = workspace;
    this.messages = messages;
    fabric =
        new ChoiceRow<>(
            messages.say("panel.wiring.fabric"),
            f -> messages.say("fabric." + f.key()),
            f -> change(new Wiring(wiring.name(), f, wiring.link(), wiring.lengthM(), pattern())));
    link =
        new ChoiceRow<>(
            messages.say("panel.wiring.link"),
            LinkType::name,
            l ->
                change(
                    new Wiring(
                        wiring.name(), wiring.fabric(), l.id(), wiring.lengthM(), pattern())));
    kind =
        new ChoiceRow<>(
            messages.say("panel.wiring.pattern"),
            k -> messages.say("pattern." + k),
            k -> change(with(form().withKind(k))));
    length = new FieldRow(messages, messages.say("panel.wiring.length"), this::relength);
    perPair =
        new FieldRow(
            messages,
            messages.say("panel.wiring.perPair"),
            typed ->
                whole(typed)
                    .map(n -> change(with(form().withLinksPerPair(n))))
                    .orElseGet(() -> Optional.of(Text.of("panel.value.whole", typed))));
    size =
        new FieldRow(
            messages,
            messages.say("panel.wiring.size"),
            typed ->
                whole(typed)
                    .map(n -> change(with(form().withSize(n))))
                    .orElseGet(() -> Optional.of(Text.of("panel.value.whole", typed))));
    network = new FieldRow(messages, messages.say("panel.wiring.network"), this::resize);
    getChildren().addAll(fabric, link, length, kind, network, ends, perPair, size, count);
  }

  /** Returns whether the wiring is there. */
  boolean show(Selection.WiringRef ref) {
    assembly = ref.assembly();
    wiring = workspace.design().assemblies().get(assembly).wirings().get(ref.index());
    fabric.show(
        List.of(Fabric.values()).stream()
            .filter(f -> f.family() == wiring.fabric().family())
            .toList(),
        wiring.fabric());
    List<LinkType> links =
        workspace.library().links().values().stream()
            .filter(l -> l.family() == wiring.fabric().family())
            .toList();
    workspace.library().link(wiring.link()).ifPresent(l -> link.show(links, l));
    kind.show(form().kinds(), form().kind());
    length.show(QuantityFormat.format(wiring.lengthM(), Dimension.LENGTH));
    perPair.show(QuantityFormat.number(pattern().linksPerPair()));
    Rows.show(size, pattern() instanceof Pattern.EachToGroup);
    size.show(QuantityFormat.number(form().size()));
    Rows.show(network, form().network().isPresent());
    network.show(form().network().orElse(""));
    showEnds();
    long inside =
        new WiringCount(workspace.design(), workspace.library()).links(assembly, pattern());
    long instances = Names.of(workspace).instances(assembly);
    count.setText(
        instances == 1
            ? messages.say("panel.wiring.count", inside)
            : messages.say("panel.wiring.countEach", inside, instances, inside * instances));
    return true;
  }

  private void showEnds() {
    List<Selector> selectors = pattern().ends();
    while (endRows.size() < selectors.size()) {
      int index = endRows.size();
      endRows.add(
          new FieldRow(
              messages,
              messages.say("panel.wiring.end", index + 1),
              typed -> reconnect(index, typed)));
    }
    for (int i = 0; i < selectors.size(); i++) {
      endRows.get(i).show(selectors.get(i).toString());
    }
    if (ends.getChildren().size() != selectors.size()) {
      ends.getChildren().setAll(endRows.subList(0, selectors.size()));
    }
  }

  private Optional<Text> reconnect(int index, String typed) {
    try {
      return change(with(form().withEnd(index, Selector.parse(typed))));
    } catch (DesignException e) {
      return Optional.of(e.text());
    }
  }

  private Optional<Text> resize(String typed) {
    try {
      return change(with(form().withNetwork(typed)));
    } catch (DesignException e) {
      return Optional.of(e.text());
    }
  }

  private Optional<Text> relength(String typed) {
    try {
      double lengthM = QuantityFormat.parse(typed, Dimension.LENGTH);
      return change(new Wiring(wiring.name(), wiring.fabric(), wiring.link(), lengthM, pattern()));
    } catch (QuantityException e) {
      return Optional.of(e.text());
    }
  }

  private static Optional<Integer> whole(String typed) {
    return Numbers.whole(typed).filter(n -> n > 0);
  }

  private Wiring with(Pattern pattern) {
    return new Wiring(wiring.name(), wiring.fabric(), wiring.link(), wiring.lengthM(), pattern);
  }

  private Pattern pattern() {
    return wiring.pattern();
  }

  private PatternForm form() {
    return new PatternForm(wiring.pattern());
  }

  private Optional<Text> change(Wiring next) {
    return Attempt.perform(workspace, new Edit.ReplaceWiring(assembly, wiring, next));
  }
}
