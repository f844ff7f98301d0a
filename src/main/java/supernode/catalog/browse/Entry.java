package supernode.catalog.browse;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Reference;
import supernode.catalog.Values;

/**
 * A line of the catalogue: a part, a link type, or what is looked up only.
 *
 * @param kind key of a part kind or of a kind of reference, or {@link #LINK}
 * @param maker vendor of a part, medium of a link type; empty for generic ones
 * @param protocols what signal ports speak, or a link type carries
 * @param own whether the user made it
 */
public record Entry(
    String id,
    String kind,
    String name,
    String maker,
    List<String> protocols,
    Values values,
    List<PortSpec> ports,
    boolean own) {
  public static final String LINK = "link";

  public Entry {
    protocols = List.copyOf(protocols);
    ports = List.copyOf(ports);
  }

  public static Entry of(Part part, boolean own) {
    List<String> protocols =
        part.ports().stream()
            .flatMap(p ->
                p.type() instanceof PortType.Signal s ? Stream.of(s.protocol()) : Stream.empty())
            .distinct()
            .toList();
    return new Entry(
        part.id(),
        part.kind().key(),
        part.name(),
        part.vendor(),
        protocols,
        part.values(),
        part.ports(),
        own);
  }

  public static Entry of(LinkType link, boolean own) {
    return new Entry(
        link.id(),
        LINK,
        link.name(),
        link.medium(),
        link.protocols(),
        link.values(),
        List.of(),
        own);
  }

  public static Entry of(Reference reference) {
    return new Entry(
        reference.id(),
        reference.kind().key(),
        reference.name(),
        reference.vendor(),
        List.of(),
        reference.values(),
        List.of(),
        false);
  }

  /** Unique over all lines: a link type may have the id of a part. */
  public String key() {
    return kind + " " + id;
  }

  /** Whether it can be put on a drawing. */
  public boolean isPart() {
    return PartKind.ofKey(kind).isPresent();
  }

  public boolean isLink() {
    return kind.equals(LINK);
  }

  /**
   * Whether it answers to all words of a search.
   *
   * @param kindName the kind in the language of the words
   */
  boolean answers(String words, String kindName) {
    String all =
        Stream.concat(Stream.of(id, name, maker, kind, kindName), protocols.stream())
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
  }
}
