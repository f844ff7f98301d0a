package supernode.topology;

import supernode.catalog.Part;
import supernode.catalog.Values;
import supernode.design.InstancePath;

/**
 * One placed part.
 *
 * @param index position in {@link SystemModel#instances()}
 * @param path its address; {@code name} is the same as text
 * @param values the part's values with the design's overrides
 * @param failed whether it, or an assembly around it, has failed in the scenario
 */
public record Instance(
    int index, InstancePath path, String name, Part part, Values values, boolean failed) {
  Instance asFailed() {
    return new Instance(index, path, name, part, values, true);
  }

  // Graphs and maps hash instances often; the index is unique within a model.
  @Override
  public int hashCode() {
    return index;
  }
}
