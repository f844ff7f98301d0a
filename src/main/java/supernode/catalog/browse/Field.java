package supernode.catalog.browse;

/** What a column of the catalogue shows: a word or a figure. */
public sealed interface Field permits Field.Word, Measure {
  /** Words of an entry. */
  enum Word implements Field {
    NAME,
    KIND,
    MAKER
  }
}
