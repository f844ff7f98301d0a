package supernode.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogException;
import supernode.catalog.CatalogReader;
import supernode.catalog.CatalogWriter;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.quantity.Text;

/**
 * The user's own parts and link types: a folder of catalogue files, each of one kind. A file that
 * cannot be read is told of, left as it is, and does not keep the others away.
 */
public final class OwnCatalog {
  private static final String SUFFIX = ".json";

  private final Path folder;
  private final Map<Path, Catalog> files = new LinkedHashMap<>();
  private final List<Text> troubles = new ArrayList<>();

  private OwnCatalog(Path folder) {
    this.folder = folder;
  }

  /** What a folder holds; one that is not there holds nothing, until something is saved. */
  public static OwnCatalog read(Path folder) {
    OwnCatalog own = new OwnCatalog(folder);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> list = Files.list(folder)) {
        list.filter(f -> f.toString().endsWith(SUFFIX) && Files.isRegularFile(f))
            .sorted()
            .forEach(own::load);
      } catch (IOException e) {
        own.troubles.add(
            Text.of("catalog.unreadable", folder.toString(), String.valueOf(e.getMessage())));
      }
    }
    return own;
  }

  private void load(Path file) {
    try {
      if (Files.size(file) > CatalogReader.MAX_BYTES) {
        throw new CatalogException(Text.of("catalog.tooLarge", file.toString()));
      }
      files.put(file, CatalogReader.read(file.toString(), Files.readAllBytes(file)));
    } catch (CatalogException e) {
      troubles.add(e.text());
    } catch (IOException e) {
      troubles.add(Text.of("catalog.unreadable", file.toString(), String.valueOf(e.getMessage())));
    }
  }

  /** Why files were not read. */
  public List<Text> troubles() {
    return List.copyOf(troubles);
  }

  public Path folder() {
    return folder;
  }

  /** A catalogue with the user's own on top. */
  public Catalog over(Catalog shipped) {
    Catalog all = shipped;
    for (Catalog own : files.values()) {
      all = all.with(own.parts().values(), own.links().values());
    }
    return all;
  }

  public boolean hasPart(String id) {
    return files.values().stream().anyMatch(c -> c.part(id).isPresent());
  }

  public boolean hasLink(String id) {
    return files.values().stream().anyMatch(c -> c.link(id).isPresent());
  }

  /**
   * Adds a part, or puts it in the place of the one of its id.
   *
   * @throws StoreException when it cannot be written; nothing has changed then
   */
  public void save(Part part) {
    Optional<Path> held = fileOf(c -> c.part(part.id()).isPresent());
    boolean otherKind =
        held.filter(f -> files.get(f).part(part.id()).orElseThrow().kind() != part.kind())
            .isPresent();
    if (otherKind) {
      removePart(part.id());
    }
    Path file = held.filter(_ -> !otherKind).orElseGet(() -> fresh(part.id()));
    write(file, files.getOrDefault(file, Catalog.EMPTY).with(List.of(part), List.of()));
  }

  /** As {@link #save(Part)}, for a link type. */
  public void save(LinkType link) {
    Path file = fileOf(c -> c.link(link.id()).isPresent()).orElseGet(() -> fresh(link.id()));
    write(file, files.getOrDefault(file, Catalog.EMPTY).with(List.of(), List.of(link)));
  }

  /**
   * Adds many at once, a file for each kind; what is held takes its new form where it is.
   *
   * @throws StoreException when a file cannot be written; what was written before it stays
   */
  public void saveAll(Collection<Part> parts, Collection<LinkType> links) {
    Map<String, Part> newParts = new LinkedHashMap<>();
    parts.forEach(p -> newParts.put(p.id(), p));
    Map<String, LinkType> newLinks = new LinkedHashMap<>();
    links.forEach(l -> newLinks.put(l.id(), l));
    // Of what is there twice the last counts.
    for (Path file : List.copyOf(files.keySet()).reversed()) {
      renew(file, newParts, newLinks);
    }
    newParts.values().stream()
        .collect(Collectors.groupingBy(Part::kind, LinkedHashMap::new, Collectors.toList()))
        .forEach((kind, own) ->
            write(fresh("import-" + kind.key()), Catalog.EMPTY.with(own, List.of())));
    if (!newLinks.isEmpty()) {
      write(fresh("import-link"), Catalog.EMPTY.with(List.of(), newLinks.values()));
    }
  }

  /** Takes what a file holds out of what is new. */
  private void renew(Path file, Map<String, Part> newParts, Map<String, LinkType> newLinks) {
    Map<String, Part> parts = new LinkedHashMap<>(files.get(file).parts());
    Map<String, LinkType> links = new LinkedHashMap<>(files.get(file).links());
    for (Part held : files.get(file).parts().values()) {
      Part next = newParts.get(held.id());
      if (next != null && next.kind() == held.kind()) {
        parts.put(held.id(), newParts.remove(held.id()));
      } else if (next != null) {
        parts.remove(held.id());
      }
    }
    for (String id : files.get(file).links().keySet()) {
      if (newLinks.containsKey(id)) {
        links.put(id, newLinks.remove(id));
      }
    }
    Catalog next = new Catalog(parts, links);
    if (!next.equals(files.get(file))) {
      write(file, next);
    }
  }

  /** Forgets a part; one that is not there is no matter. */
  public void removePart(String id) {
    // A folder that people copy files into may hold it twice.
    for (Path file : List.copyOf(files.keySet())) {
      Map<String, Part> rest = new LinkedHashMap<>(files.get(file).parts());
      if (rest.remove(id) != null) {
        write(file, new Catalog(rest, files.get(file).links()));
      }
    }
  }

  /** Forgets a link type. */
  public void removeLink(String id) {
    for (Path file : List.copyOf(files.keySet())) {
      Map<String, LinkType> rest = new LinkedHashMap<>(files.get(file).links());
      if (rest.remove(id) != null) {
        write(file, new Catalog(files.get(file).parts(), rest));
      }
    }
  }

  private Optional<Path> fileOf(java.util.function.Predicate<Catalog> holds) {
    return files.entrySet().stream()
        .filter(e -> holds.test(e.getValue()))
        .map(Map.Entry::getKey)
        .reduce((_, later) -> later);
  }

  private Path fresh(String id) {
    Path file = folder.resolve(id + SUFFIX);
    for (int n = 2; Files.exists(file); n++) {
      file = folder.resolve(id + "-" + n + SUFFIX);
    }
    return file;
  }

  private void write(Path file, Catalog content) {
    try {
      Files.createDirectories(folder);
      if (content.parts().isEmpty() && content.links().isEmpty()) {
        Files.deleteIfExists(file);
        files.remove(file);
        return;
      }
    } catch (IOException _) {
      throw new StoreException(Text.of("store.notSaved", file.toString()));
    }
    SafeFile.write(file, bytes(content));
    files.put(file, content);
  }

  private static byte[] bytes(Catalog content) {
    if (content.parts().isEmpty()) {
      return CatalogWriter.links(content.links().values());
    }
    PartKind kind = content.parts().values().iterator().next().kind();
    return CatalogWriter.parts(kind, content.parts().values());
  }
}
