package supernode.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import supernode.analysis.Analysis;
import supernode.analysis.Overlay;
import supernode.catalog.Catalog;

/** {@code render FILE -o OUT.svg|.png}: the drawing. */
@Command(
    name = "render",
    description = "Writes the drawing as SVG or PNG; needs no display.",
    mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
  @Mixin private Inputs inputs;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "File to write, *.svg or *.png.")
  private Path output;

  @Option(
      names = "--overlay",
      paramLabel = "OVERLAY",
      description = "What colours mean: ${COMPLETION-CANDIDATES}.")
  private Overlay overlay = Overlay.STRUCTURE;

  @Option(names = "--dark", description = "Dark colours.")
  private boolean dark;

  @Option(names = "--width", paramLabel = "PIXELS", description = "Width, 100 to 20000; 1600.")
  private int width = 1600;

  @Override
  public Integer call() {
    if (width < 100 || width > 20_000) {
      throw new BadInput("app.width", width);
    }
    String name = output.toString().toLowerCase(Locale.ROOT);
    boolean svg = name.endsWith(".svg");
    if (!svg && !name.endsWith(".png")) {
      throw new BadInput("app.pictureFormat", output.toString());
    }
    Catalog catalog = Inputs.catalog();
    Analysis analysis = inputs.analysis(catalog);
    Documents documents = new Documents(catalog, inputs.messages());
    if (svg) {
      documents.svg(analysis, overlay, dark, width, output);
    } else {
      documents.png(analysis, overlay, dark, width, output);
    }
    return 0;
  }
}
