package supernode.interop.sheet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Columns of a sheet of parts: one row for each value, so that each has its own source. */
enum SheetColumn {
  ID,
  KIND,
  NAME,
  VENDOR,
  /** Key of a property with its unit, "port NAME", or of a link "family", "medium", "protocols". */
  FIELD,
  VALUE,
  CONFIDENCE,
  SOURCE,
  NOTE;

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> titles() {
    return Stream.of(values()).map(SheetColumn::title).toList();
  }
}
