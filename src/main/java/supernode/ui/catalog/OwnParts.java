package supernode.ui.catalog;

import java.util.List;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.EntryImport;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.Reference;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Shelf;
import supernode.store.OwnCatalog;
import supernode.ui.Workspace;

/** The user's own parts, kept on disk and in the workspace alike. */
public final class OwnParts {
  private final Workspace workspace;
  private final Catalog shipped;
  private final OwnCatalog files;
  private List<Reference> references = List.of();

  public OwnParts(Workspace workspace, Catalog shipped, OwnCatalog files) {
    this.workspace = workspace;
    this.shipped = shipped;
    this.files = files;
  }

  /** All that there is; what is looked up only is read when the catalogue is first opened. */
  Shelf shelf() {
    if (references.isEmpty()) {
      references = CatalogReader.references();
    }
    return Shelf.of(files.over(shipped), references, files::hasPart, files::hasLink);
  }

  /** Whether an id would be mistaken for that of something else. */
  boolean isTaken(String id) {
    Catalog all = files.over(shipped);
    return all.part(id).isPresent()
        || all.link(id).isPresent()
        || workspace.design().assemblies().containsKey(id);
  }

  /** What nobody can replace. */
  Catalog shipped() {
    return shipped;
  }

  boolean holds(Entry entry) {
    return entry.isLink() ? files.hasLink(entry.id()) : files.hasPart(entry.id());
  }

  /** Where they are kept. */
  String folder() {
    return files.folder().toString();
  }

  Catalog known() {
    return files.over(shipped);
  }

  /**
   * @throws supernode.store.StoreException when it cannot be written
   */
  void save(Part part) {
    files.save(part);
    publish();
  }

  /** As {@link #save(Part)}. */
  void save(LinkType link) {
    files.save(link);
    publish();
  }

  /** Keeps what is good of a file. */
  void saveAll(EntryImport read) {
    try {
      read.parts().forEach(files::save);
      read.links().forEach(files::save);
    } finally {
      publish();
    }
  }

  /** Whether the design that is open needs the entry. */
  boolean isUsed(Entry entry) {
    return entry.isLink() ? workspace.usesLink(entry.id()) : workspace.usesPart(entry.id());
  }

  /**
   * Forgets an entry; the open design, and what undo leads back to, keep a copy if they need it.
   */
  void remove(Entry entry) {
    if (entry.isLink()) {
      workspace.keepLink(known().link(entry.id()).orElseThrow());
      files.removeLink(entry.id());
    } else {
      workspace.keepPart(known().part(entry.id()).orElseThrow());
      files.removePart(entry.id());
    }
    publish();
  }

  private void publish() {
    workspace.use(files.over(shipped));
  }
}
