/**
 * Designs as files: {@code *.supernode.json}, read strictly and with precise messages, migrated
 * from older versions, saved so that the old file stays whole until the new one is, and kept in a
 * recovery file after every edit.
 *
 * <p>Each {@code ...Form} class holds both directions of one piece of the file.
 */
package supernode.store;
