package supernode.start;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/**
 * The least that a window with a chart, a tree and a table takes: what the studio's start is held
 * against.
 */
public final class EmptyWindow {
  private EmptyWindow() {}

  public static void main(String[] args) {
    boolean brief = args.length > 0;
    Platform.startup(() -> open(brief));
  }

  private static void open(boolean brief) {
    TreeView<String> tree = new TreeView<>(new TreeItem<>("tree"));
    TableView<String> table = new TableView<>();
    table.getColumns().setAll(List.of(new TableColumn<>("a"), new TableColumn<>("b")));
    BarChart<String, Number> chart = new BarChart<>(new CategoryAxis(), new NumberAxis());
    chart.setAnimated(false);
    XYChart.Series<String, Number> series = new XYChart.Series<>();
    series.getData().add(new XYChart.Data<>("one", 1));
    chart.getData().add(series);
    MenuBar menus = new MenuBar(new Menu("menu", null, new MenuItem("item")));
    BorderPane root = new BorderPane(new SplitPane(tree, chart, table));
    root.setTop(menus);
    Stage stage = new Stage();
    stage.setScene(new Scene(root, 1280, 800));
    stage.show();
    new FirstPicture(
            () -> true,
            () -> {
              if (brief) {
                Platform.exit();
              }
            })
        .start();
  }
}
