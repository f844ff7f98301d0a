package supernode.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Work of a process that ended without saving it.
 *
 * @param copy the recovery file
 * @param name the design's name
 * @param original the file that the design was opened from; empty when it never was in a file
 * @param revision how many edits it was old
 * @param savedAt when the copy was written
 */
public record Recovered(
    Path copy, String name, Optional<Path> original, long revision, Instant savedAt) {}
