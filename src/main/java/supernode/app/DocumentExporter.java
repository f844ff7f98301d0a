package supernode.app;

import java.io.IOException;
import java.util.function.DoubleConsumer;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.catalog.Catalog;
import supernode.quantity.Messages;
import supernode.store.StoreException;
import supernode.ui.shell.Exporter;

/** Writes what the window exports, with the same code as the command line. */
final class DocumentExporter implements Exporter {
  private static final int WIDTH = 2400;

  private final Catalog catalog;

  DocumentExporter(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void export(Order order, DoubleConsumer progress) throws IOException {
    progress.accept(0.1);
    Analysis analysis = new Analyst(catalog).full(order.design(), order.scenario(), () -> false);
    progress.accept(0.4);
    Messages messages = new Messages(order.language());
    Documents documents = new Documents(catalog, messages);
    try {
      switch (order.format()) {
        case PDF -> documents.pdf(analysis, order.target());
        case HTML -> documents.html(analysis, order.target());
        case SVG -> documents.svg(analysis, order.overlay(), false, WIDTH, order.target());
        case PNG -> documents.png(analysis, order.overlay(), false, WIDTH, order.target());
      }
    } catch (StoreException e) {
      throw new IOException(messages.say(e.text()), e);
    }
    progress.accept(1);
  }
}
