package supernode.ui.panel;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.browse.Entry;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.figure.Palette;
import supernode.quantity.Messages;
import supernode.ui.Lifetime;
import supernode.ui.Selection;
import supernode.ui.Workspace;
import supernode.ui.canvas.FxColors;
import supernode.ui.canvas.PaletteItem;

/**
 * Everything that can be placed: the design's own assemblies and the catalogue's parts, searched by
 * name, vendor, kind or figure. A row is dragged onto the canvas; a click or Enter places it at a
 * free spot of the assembly that is being looked at.
 */
public final class PalettePanel extends VBox {
  private final Workspace workspace;
  private final Messages messages;
  private final TextField search = new TextField();
  private final ListView<PaletteRow> list = new ListView<>();
  private final Set<String> closed = new TreeSet<>();
  private final ObjectProperty<FxColors> colors =
      new SimpleObjectProperty<>(new FxColors(Palette.LIGHT));
  private Consumer<PaletteItem> place = this::placeAtFreeSpot;
  private final Button catalog;
  private Runnable open = () -> {};
  private BiConsumer<String, String> show = (_, _) -> {};
  private Design read;
  private PaletteRows rows;

  /**
   * @param beginDrag called once when a drag of a row begins; the button is still down
   */
  public PalettePanel(
      Workspace workspace, Messages messages, Lifetime lifetime, Consumer<PaletteItem> beginDrag) {
    PanelSheet.dress(this);
    this.workspace = workspace;
    this.messages = messages;
    getStyleClass().addAll("studio-panel", "palette-panel");
    catalog =
        Rows.iconButton(Feather.BOOK_OPEN, messages.say("ui.command.catalog"), () -> open.run());
    Label title = Rows.label(messages.say("panel.palette.title"), "panel-title");
    title.setLabelFor(search);
    search.setId("palette-search");
    search.setAccessibleText(messages.say("panel.palette.search.spoken"));
    search.textProperty().addListener((_, _, _) -> fill());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    list.setId("palette-list");
    list.setAccessibleText(messages.say("panel.palette.title"));
    list.setPlaceholder(Rows.prose(messages.say("panel.palette.none"), "empty-note"));
    list.setCellFactory(_ -> new PaletteCell(messages, colors, beginDrag, this::activate));
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          PaletteRow row = list.getSelectionModel().getSelectedItem();
          if (row != null && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)) {
            activate(row);
            e.consume();
          }
        });
    setVgrow(list, Priority.ALWAYS);
    list.setOnContextMenuRequested(e -> {
      if (list.getSelectionModel().getSelectedItem() instanceof PaletteRow.Entry entry) {
        menu(entry).show(list, e.getScreenX(), e.getScreenY());
      }
    });
    VBox holder = new VBox(search);
    holder.getStyleClass().add("search-holder");
    catalog.setId("palette-catalog");
    HBox head = new HBox(title, Rows.spring(), catalog);
    head.getStyleClass().add("palette-head");
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, holder, list);
    lifetime.watch(workspace.designProperty(), this::read);
    lifetime.atEnd(workspace.catalogProperty().subscribe((_, _) -> reread())::unsubscribe);
  }

  /** The colours of the faces. */
  public void setPalette(Palette palette) {
    colors.set(new FxColors(palette));
  }

  /** Replaces what a click or Enter does; the canvas knows best where there is room. */
  public void setOnPlace(Consumer<PaletteItem> next) {
    place = next;
  }

  /**
   * Where the button above the list and the menu of a part lead to.
   *
   * @param nextShow told kind and id
   */
  public void setOnCatalog(Runnable nextOpen, BiConsumer<String, String> nextShow) {
    open = nextOpen;
    show = nextShow;
  }

  private ContextMenu menu(PaletteRow.Entry entry) {
    MenuItem put = new MenuItem(messages.say("parts.place"));
    put.setOnAction(_ -> activate(entry));
    MenuItem look = new MenuItem(messages.say("parts.showInCatalog"));
    look.setId("palette-show");
    switch (entry.face()) {
      // Also the chip of a package.
      case PaletteRow.Face.OfPart(Part part) ->
          look.setOnAction(_ -> show.accept(part.kind().key(), part.id()));
      case PaletteRow.Face.OfLink(LinkType type) ->
          look.setOnAction(_ -> show.accept(Entry.LINK, type.id()));
      case PaletteRow.Face.OfAssembly _ -> look.setDisable(true);
    }
    return new ContextMenu(put, look);
  }

  /** Puts the cursor into the search field. */
  public void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private void read(Design design) {
    // Parts stay; what can be placed changes only with the design's own things.
    if (rows != null
        && read.assemblies().equals(design.assemblies())
        && read.parts().equals(design.parts())) {
      return;
    }
    read = design;
    rows = new PaletteRows(Names.of(workspace), messages);
    search.setPromptText(messages.say("panel.palette.search", rows.size()));
    fill();
  }

  private void reread() {
    rows = null;
    read(workspace.design());
  }

  private void fill() {
    String query = search.getText().strip();
    List<PaletteRow> next = query.isEmpty() ? rows.browse(closed) : rows.search(query);
    if (!list.getItems().equals(next)) {
      list.getItems().setAll(next);
    }
    if (!query.isEmpty() && !next.isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private void searchKey(KeyEvent e) {
    switch (e.getCode()) {
      case DOWN -> {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
        e.consume();
      }
      case ENTER -> {
        PaletteRow row = list.getSelectionModel().getSelectedItem();
        if (row instanceof PaletteRow.Entry) {
          activate(row);
        }
        e.consume();
      }
      case ESCAPE -> {
        if (!search.getText().isEmpty()) {
          search.clear();
          e.consume();
        }
      }
      default -> {}
    }
  }

  private void activate(PaletteRow row) {
    switch (row) {
      case PaletteRow.Category category -> {
        if (!closed.remove(category.key())) {
          closed.add(category.key());
        }
        fill();
      }
      case PaletteRow.Entry entry -> place.accept(entry.item());
    }
  }

  private void placeAtFreeSpot(PaletteItem item) {
    Edit.AddPlacement edit = FreeSpot.place(Names.of(workspace), workspace.enteredAssembly(), item);
    String placed = workspace.enteredProperty().get().child(edit.name(), 0).toString();
    workspace.perform(edit, Selection.of(placed));
  }
}
