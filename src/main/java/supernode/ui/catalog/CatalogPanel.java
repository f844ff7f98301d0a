package supernode.ui.catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogException;
import supernode.catalog.EntryImport;
import supernode.catalog.browse.Draft;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Query;
import supernode.catalog.browse.Shelf;
import supernode.interop.sheet.PartsFile;
import supernode.interop.sheet.SheetWriter;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.store.SafeFile;
import supernode.store.StoreException;
import supernode.ui.Lifetime;
import supernode.ui.canvas.FxColors;
import supernode.ui.canvas.PaletteItem;
import supernode.ui.panel.PanelSheet;

/**
 * The catalogue over the drawing: filters at the left, entries in the middle, one of them right.
 */
public final class CatalogPanel extends StackPane {
  /** What the window does for the catalogue. */
  public record Hands(
      Consumer<PaletteItem> place, Consumer<PaletteItem> beginDrag, CatalogFiles files) {}

  private static final double ROW_OF_TEXT = 2.2;

  private final CatalogState state;
  private final OwnParts own;
  private final Messages messages;
  private final Hands hands;
  private final BorderPane frame = new BorderPane();
  private final FilterPane filters;
  private final EntryPane entry;
  private final PartsTable table;
  private final ComparePane compare;
  private final ScatterPane scatter;
  private final ViewBar bar;
  private Shelf shelf;
  private List<Entry> shown = List.of();

  public CatalogPanel(
      CatalogState state,
      OwnParts own,
      Messages messages,
      Lifetime lifetime,
      Hands hands,
      ObservableValue<FxColors> colors) {
    PanelSheet.dress(this);
    getStylesheets().add(sheet());
    this.state = state;
    this.own = own;
    this.messages = messages;
    this.hands = hands;
    setId("catalog");
    getStyleClass().addAll("studio-panel", "catalog-panel");
    shelf = own.shelf();
    filters = new FilterPane(state, messages);
    entry = new EntryPane(state, messages, new Actions());
    table = new PartsTable(state, messages, this::drag);
    compare = new ComparePane(state, messages);
    scatter = new ScatterPane(state, messages, hands.files(), colors);
    bar = new ViewBar(state, messages, lifetime, this::askImport, this::export, this::close);
    // Rows of one height let a table make the cells of the columns in sight alone.
    bar.textSize()
        .subscribe(size ->
            List.of(table, compare.table())
                .forEach(t -> t.setFixedCellSize(Math.rint(ROW_OF_TEXT * size))));
    bar.setOnDown(() -> frame.getCenter().requestFocus());
    frame.setTop(bar);
    frame.setLeft(filters);
    frame.setRight(entry);
    getChildren().add(frame);
    lifetime.watch(state.queryProperty(), _ -> answer());
    lifetime.watch(state.viewProperty(), this::look);
    lifetime.watch(state.chosenProperty(), _ -> choose());
    lifetime.watch(state.figureProperty(), _ -> entry.figure());
    lifetime.watch(state.comparedProperty(), _ -> compared());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private static String sheet() {
    return java.util.Objects.requireNonNull(
            CatalogPanel.class.getResource("/assets/theme/catalog.css"))
        .toExternalForm();
  }

  /** Puts the cursor where people begin. */
  @Override
  public void requestFocus() {
    bar.takeFocus();
  }

  private void close() {
    state.openProperty().set(false);
  }

  private void answer() {
    Query query = state.queryProperty().get();
    shown = query.of(shelf.entries(), kind -> messages.say("kind." + kind));
    filters.show(shelf);
    bar.show(shown.size(), shelf.entries().size());
    fill();
  }

  private List<Entry> ofKind() {
    Optional<String> kind = state.queryProperty().get().kind();
    return shelf.entries().stream()
        .filter(e -> kind.isEmpty() || kind.get().equals(e.kind()))
        .toList();
  }

  private void fill() {
    switch (state.viewProperty().get()) {
      case TABLE -> table.show(shown, ofKind(), state.queryProperty().get().kind().isEmpty());
      case COMPARE ->
          compare.show(
              state.comparedProperty().get().stream()
                  .flatMap(k -> shelf.find(k).stream())
                  .toList());
      case CHART -> scatter.show(shown, ofKind());
    }
  }

  private void look(CatalogState.View view) {
    Node now =
        switch (view) {
          case TABLE -> table;
          case COMPARE -> compare;
          case CHART -> scatter;
        };
    frame.setCenter(now);
    fill();
  }

  private void choose() {
    Optional<String> key = state.chosenProperty().get();
    entry.show(key.flatMap(shelf::find));
    switch (state.viewProperty().get()) {
      case TABLE -> table.choose(key);
      case CHART -> scatter.mark();
      case COMPARE -> {}
    }
  }

  private void compared() {
    bar.showCompared(state.comparedProperty().get().size());
    table.refresh();
    if (state.viewProperty().get() != CatalogState.View.TABLE) {
      fill();
    }
  }

  /** The user's own parts are others. */
  private void reread(Optional<String> choose) {
    shelf = own.shelf();
    state
        .comparedProperty()
        .set(
            state.comparedProperty().get().stream()
                .filter(k -> shelf.find(k).isPresent())
                .toList());
    answer();
    state.chosenProperty().set(choose);
    choose();
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE) {
      if (getChildren().size() > 1) {
        leavePage();
      } else {
        close();
      }
      e.consume();
    } else if (e.isShortcutDown() && e.getCode() == KeyCode.F) {
      requestFocus();
      e.consume();
    } else if (isForTheDrawing(e)) {
      // Its selection is out of sight: what is not seen is not deleted.
      e.consume();
    }
  }

  private static boolean isForTheDrawing(KeyEvent e) {
    return e.getCode() == KeyCode.DELETE
        || e.getCode() == KeyCode.BACK_SPACE
        || (e.isShortcutDown()
            && List.of(KeyCode.A, KeyCode.C, KeyCode.D, KeyCode.V, KeyCode.X)
                .contains(e.getCode()));
  }

  private void page(Node page) {
    frame.setVisible(false);
    getChildren().setAll(frame, page);
    page.requestFocus();
  }

  private void leavePage() {
    getChildren().setAll(frame);
    frame.setVisible(true);
    frame.getCenter().requestFocus();
  }

  private static PaletteItem item(Entry e) {
    return new PaletteItem(e.id(), false, e.name());
  }

  private void drag(Entry e) {
    if (e.isPart()) {
      close();
      hands.beginDrag().accept(item(e));
    }
  }

  private void askImport() {
    hands.files().toImport().ifPresent(this::preview);
  }

  private void preview(Path file) {
    String name = file.getFileName().toString();
    EntryImport read = read(file, name, own.shipped());
    page(
        new ImportPane(
            name,
            read,
            messages,
            own::holds,
            good -> {
              try {
                own.saveAll(good);
                bar.say(Text.of("sheet.kept", good.size(), own.folder()));
              } catch (StoreException e) {
                bar.say(e.text());
              }
              leavePage();
              reread(state.chosenProperty().get());
            },
            this::leavePage));
  }

  private static EntryImport read(Path file, String name, Catalog known) {
    try {
      return PartsFile.read(file, name, known);
    } catch (CatalogException e) {
      return EntryImport.refused(1, 1, e.text());
    }
  }

  private void export() {
    String kind = state.queryProperty().get().kind().orElse("catalog");
    hands.files().toWrite(kind + ".csv", "csv").ifPresent(this::export);
  }

  private void export(Path to) {
    Catalog known = own.known();
    String sheet =
        SheetWriter.text(
            shown.stream().filter(Entry::isPart).flatMap(e -> known.part(e.id()).stream()).toList(),
            shown.stream()
                .filter(Entry::isLink)
                .flatMap(e -> known.link(e.id()).stream())
                .toList());
    try {
      SafeFile.write(to, sheet.getBytes(StandardCharsets.UTF_8));
      bar.say(Text.of("parts.written", to.toString()));
    } catch (StoreException e) {
      bar.say(e.text());
    }
  }

  private final class Actions implements EntryPane.Actions {
    @Override
    public void place(Entry e) {
      close();
      hands.place().accept(item(e));
    }

    @Override
    public void copy(Entry e) {
      String name = messages.say("own.copy", e.name());
      write(Draft.copyOf(e, name, own::isTaken), true);
    }

    @Override
    public void edit(Entry e) {
      write(Draft.of(e), false);
    }

    private void write(Draft draft, boolean fresh) {
      page(
          new DraftPane(
              draft,
              fresh,
              shelf.measures(Optional.of(draft.base().kind())),
              messages,
              id -> fresh && own.isTaken(id),
              CatalogPanel.this::save,
              CatalogPanel.this::leavePage));
    }

    @Override
    public void remove(Entry e) {
      try {
        own.remove(e);
      } catch (StoreException failed) {
        bar.say(failed.text());
      }
      reread(Optional.empty());
    }

    @Override
    public boolean isUsed(Entry e) {
      return own.isUsed(e);
    }
  }

  private Optional<Text> save(Draft draft) {
    try {
      if (draft.base().isLink()) {
        own.save(draft.link(own.known().link(draft.base().id()).orElseThrow().family()));
      } else {
        own.save(draft.part());
      }
    } catch (StoreException e) {
      return Optional.of(e.text());
    }
    Query query = state.queryProperty().get();
    String key = draft.base().kind() + " " + draft.id();
    reread(Optional.of(key));
    if (shown.stream().noneMatch(e -> e.key().equals(key))) {
      // What was just made must be seen.
      state.queryProperty().set(Query.ALL.withKind(query.kind()));
      choose();
    }
    return Optional.empty();
  }
}
