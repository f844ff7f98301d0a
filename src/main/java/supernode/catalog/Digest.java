package supernode.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Short fingerprints of catalogue entries. Two entries of equal values, ports and protocols have
 * the same one; names, sources and notes do not count, since no result depends on them.
 */
public final class Digest {
  /** Of SHA-256; 64 bits tell a changed entry from its former self. */
  private static final int BYTES = 8;

  private Digest() {}

  public static String of(Part part) {
    StringBuilder canonical = new StringBuilder("part ").append(part.kind().key());
    append(canonical, part.values());
    part.ports().forEach(port -> append(canonical, port));
    return hex(canonical);
  }

  public static String of(LinkType link) {
    StringBuilder canonical =
        new StringBuilder("link ").append(link.family()).append(' ').append(link.medium());
    append(canonical, link.values());
    link.protocols().forEach(p -> canonical.append('\n').append(p));
    return hex(canonical);
  }

  private static void append(StringBuilder canonical, Values values) {
    values
        .all()
        .forEach((property, sourced) ->
            canonical
                .append('\n')
                .append(property.key())
                .append('=')
                .append(property.toFile(sourced.value())));
  }

  // As a record of these three prints itself: what designs recorded stays true.
  private static void append(StringBuilder canonical, PortSpec port) {
    canonical.append("\nPortSpec[name=").append(port.name());
    canonical.append(", type=").append(port.type());
    canonical.append(", count=").append(port.count()).append(']');
  }

  private static String hex(CharSequence canonical) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform must have it (java.security.MessageDigest).
      throw new IllegalStateException(e);
    }
  }
}
