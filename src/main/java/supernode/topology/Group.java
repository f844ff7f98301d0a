package supernode.topology;

import supernode.design.InstancePath;

/**
 * One placed assembly. Instances are in depth-first order, so that a group is a range of them.
 *
 * @param path empty for the root
 * @param assembly id in the design
 * @param parent index of the group around it, -1 for the root
 * @param first first instance inside
 * @param end one past the last instance inside
 */
public record Group(
    InstancePath path, String name, String assembly, int parent, int first, int end) {
  public boolean contains(int instance) {
    return instance >= first && instance < end;
  }
}
