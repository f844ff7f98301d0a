package supernode.ui.catalog;

import java.util.ArrayList;
import java.util.List;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.EntryImport;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.Reference;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Shelf;
import supernode.design.Carried;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
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
  public void save(Part part) {
    Catalog before = known();
    files.save(part);
    publish(before, List.of(part), List.of());
  }

  /** As {@link #save(Part)}. */
  public void save(LinkType link) {
    Catalog before = known();
    files.save(link);
    publish(before, List.of(), List.of(link));
  }

  /** A design with copies of the user's own that it uses: others can open it too. */
  public Design whole(Design design) {
    return Carried.whole(design, workspace.catalog(), shipped);
  }

  /** As it is saved: whole, and with the digests of what it uses of the catalogue. */
  public Design recorded(Design design) {
    return Carried.recorded(design, workspace.catalog(), shipped);
  }

  /** Keeps what is good of a file. */
  void saveAll(EntryImport read) {
    Catalog before = known();
    try {
      files.saveAll(read.parts(), read.links());
    } finally {
      Catalog now = known();
      publish(
          before,
          read.parts().stream()
              .filter(p -> now.part(p.id()).filter(p::equals).isPresent())
              .toList(),
          read.links().stream()
              .filter(l -> now.link(l.id()).filter(l::equals).isPresent())
              .toList());
    }
  }

  /** Whether the design that is open needs the entry. */
  boolean isUsed(Entry entry) {
    return entry.isLink()
        ? Carried.needsLink(workspace.design(), entry.id())
        : Carried.needs(workspace.design(), entry.id());
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

  /**
   * What an open design had of the catalogue changes with it, as one step that can be undone: the
   * steps before keep what they had, and so does a design whose own copy was another already.
   */
  private void publish(Catalog before, List<Part> parts, List<LinkType> links) {
    List<Part> others = new ArrayList<>();
    List<LinkType> otherLinks = new ArrayList<>();
    for (Part part : parts) {
      before
          .part(part.id())
          .filter(former -> !former.equals(part))
          .ifPresent(former -> {
            workspace.keepPart(former);
            others.add(part);
          });
    }
    for (LinkType link : links) {
      before
          .link(link.id())
          .filter(former -> !former.equals(link))
          .ifPresent(former -> {
            workspace.keepLink(former);
            otherLinks.add(link);
          });
    }
    publish();
    follow(before, others, otherLinks);
  }

  private void follow(Catalog before, List<Part> parts, List<LinkType> links) {
    Design open = workspace.design();
    List<String> names = new ArrayList<>();
    List<Edit> following = new ArrayList<>();
    for (Part part : parts) {
      if (open.parts().contains(before.part(part.id()).orElseThrow())) {
        names.add(part.name());
        following.add(new Edit.EmbedPart(part));
      }
    }
    for (LinkType link : links) {
      if (open.links().contains(before.link(link.id()).orElseThrow())) {
        names.add(link.name());
        following.add(new Edit.EmbedLink(link));
      }
    }
    if (!following.isEmpty()) {
      Text label = Text.of("edit.changeEntry", String.join(", ", names));
      workspace.perform(new Edit.Compound(label, following));
    }
  }

  private void publish() {
    workspace.use(files.over(shipped));
  }
}
