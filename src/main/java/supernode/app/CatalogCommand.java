package supernode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.LinkType;
import supernode.catalog.Origin;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Reference;
import supernode.catalog.Values;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;

/** {@code catalog list} and {@code catalog show ID}. */
@Command(
    name = "catalog",
    description = "Parts, link types and models that can be used.",
    mixinStandardHelpOptions = true)
final class CatalogCommand implements Callable<Integer> {
  private static final String LINK = "link";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Failures.BAD_INPUT;
  }

  @Command(
      name = "list",
      description = "Lists all parts, link types and models: id, kind, name.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              description = "Only this kind, \"link\" or \"model\".")
          String kind) {
    if (kind != null
        && !kind.equals(LINK)
        && !kind.equals(ModelListing.KIND)
        && PartKind.ofKey(kind).isEmpty()
        && Reference.Kind.ofKey(kind).isEmpty()) {
      throw new BadInput("app.noKind", kind, kinds());
    }
    Catalog catalog = Inputs.catalog();
    PrintWriter out = spec.commandLine().getOut();
    catalog.parts().values().stream()
        .filter(p -> kind == null || p.kind().key().equals(kind))
        .forEach(p -> out.printf("%-28s %-22s %s%n", p.id(), p.kind().key(), name(p)));
    catalog.links().values().stream()
        .filter(_ -> kind == null || kind.equals(LINK))
        .forEach(l -> out.printf("%-28s %-22s %s%n", l.id(), LINK, l.name()));
    if (kind == null || Reference.Kind.ofKey(kind).isPresent()) {
      CatalogReader.references().stream()
          .filter(r -> kind == null || r.kind().key().equals(kind))
          .forEach(r -> out.printf("%-28s %-22s %s%n", r.id(), r.kind().key(), name(r)));
    }
    if (kind == null || kind.equals(ModelListing.KIND)) {
      ModelListing.list(out);
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "show",
      description = "Shows one entry: every value with its source and how sure it is.",
      mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "ID") String id) {
    Catalog catalog = Inputs.catalog();
    PrintWriter out = spec.commandLine().getOut();
    Messages messages = Language.ofSystem();
    Part part = catalog.part(id).orElse(null);
    LinkType link = catalog.link(id).orElse(null);
    if (part != null) {
      out.printf("%s  %s  %s%n", part.id(), part.kind().key(), name(part));
      part.ports()
          .forEach(p ->
              out.printf(
                  "  port %-20s x %d  %s%s%n",
                  p.name(),
                  p.count(),
                  p.type(),
                  p.origin().map(o -> "  " + origin(o, messages)).orElse("")));
      print(part.values(), messages, out);
    }
    if (link != null) {
      out.printf("%s  link  %s  %s%n", link.id(), link.name(), link.medium());
      print(link.values(), messages, out);
    }
    boolean model = part == null && link == null && ModelListing.show(id, out);
    Reference reference =
        part != null || link != null || model
            ? null
            : CatalogReader.references().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput("app.noEntry", id));
    if (reference != null) {
      out.printf("%s  %s  %s%n", id, reference.kind().key(), name(reference));
      print(reference.values(), messages, out);
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "export",
      description = "Writes entries as CSV, a row for each value with its source.",
      mixinStandardHelpOptions = true)
  int export(
      @Parameters(paramLabel = "OUT.csv") Path to,
      @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind, or \"link\".")
          String kind) {
    if (kind != null && !kind.equals(LINK) && PartKind.ofKey(kind).isEmpty()) {
      throw new BadInput("app.noKind", kind, kinds());
    }
    SheetCommands.export(Inputs.catalog(), kind, to);
    return 0;
  }

  @Command(
      name = "import",
      description =
          "Reads parts of your own from CSV in the form that export writes, or from a JSON"
              + " catalogue file; tells all that is wrong, with line and column.",
      mixinStandardHelpOptions = true)
  int importSheet(
      @Parameters(paramLabel = "FILE.csv|.json") Path from,
      @Option(
              names = "--keep-good",
              description = "Takes the entries without a problem although others have one.")
          boolean keepGood,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FOLDER",
              description = "Where to write them; your own parts' folder if not given.")
          Path folder) {
    int problems =
        SheetCommands.read(
            from,
            keepGood,
            SheetCommands.folder(folder),
            Language.ofSystem(),
            spec.commandLine().getErr());
    return problems > 0 && !keepGood ? Failures.BAD_INPUT : 0;
  }

  private static String kinds() {
    return Stream.of(
            Stream.of(PartKind.values()).map(PartKind::key),
            Stream.of(LINK, ModelListing.KIND),
            Stream.of(Reference.Kind.values()).map(Reference.Kind::key))
        .flatMap(keys -> keys)
        .collect(Collectors.joining(", "));
  }

  private static String name(Part p) {
    return p.vendor().isEmpty() ? p.name() : p.vendor() + " " + p.name();
  }

  private static String name(Reference r) {
    return r.vendor().isEmpty() ? r.name() : r.vendor() + " " + r.name();
  }

  private static String origin(Origin o, Messages messages) {
    return messages.say("confidence." + o.confidence().key()) + ": " + o.source();
  }

  private static void print(Values values, Messages messages, PrintWriter out) {
    values
        .all()
        .forEach((property, v) ->
            out.printf(
                "  %-34s %-14s %s: %s%s%n",
                messages.say("property." + property.key()),
                new Quantity(v.value(), property.dimension()),
                messages.say("confidence." + v.confidence().key()),
                v.source(),
                v.note().isEmpty() ? "" : " (" + v.note() + ")"));
  }
}
