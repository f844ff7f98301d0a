package supernode.analysis;

import java.nio.file.Path;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.store.DesignReader;

/** Samples solved for tests. */
public final class SampleAnalysis {
  public static final Catalog CATALOG = CatalogReader.shipped();

  private SampleAnalysis() {}

  public static Design design(String name) {
    return DesignReader.read(Path.of("sample-designs", name + ".supernode.json"), CATALOG).design();
  }

  public static Analysis full(Design design, String scenario) {
    return new Analyst(CATALOG).full(design, scenario, () -> false);
  }

  public static Design edited(Design design, Edit... edits) {
    Design next = design;
    for (Edit edit : edits) {
      next = edit.applyTo(next);
    }
    return next;
  }

  /** Value of a result in SI units. */
  public static double value(Analysis analysis, String id) {
    return analysis.result(id).orElseThrow().quantity().value();
  }
}
