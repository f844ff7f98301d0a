package supernode.store;

import tools.jackson.databind.node.ObjectNode;

/** One step from a version of the file to the next, on the tree. */
interface Migration {
  /** The version that it reads; it leaves the next one. */
  int from();

  /** Changes the whole document in place, all but its version number. */
  void apply(ObjectNode document);
}
