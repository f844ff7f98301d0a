package supernode.figure.face;

import supernode.figure.Ink;

/**
 * What a face shows of one instance.
 *
 * @param tag instance path that all its shapes bear
 * @param name written on or under it where there is room; may be empty
 * @param failed struck through
 * @param overlay colour of a measured value; {@link Ink#NONE} without one
 * @param stacks memory stacks of an accelerator
 * @param ports ports of a switch, slots of a rack, modules of a shelf; of a valve, which of its
 *     actions it has
 */
public record FaceState(
    String tag, String name, boolean failed, Ink overlay, int stacks, int ports) {
  public static final FaceState PLAIN = new FaceState("", "", false, Ink.NONE, 8, 12);

  public FaceState withTag(String next) {
    return new FaceState(next, name, failed, overlay, stacks, ports);
  }

  public FaceState withName(String next) {
    return new FaceState(tag, next, failed, overlay, stacks, ports);
  }

  public FaceState withFailed(boolean next) {
    return new FaceState(tag, name, next, overlay, stacks, ports);
  }

  public FaceState withOverlay(Ink next) {
    return new FaceState(tag, name, failed, next, stacks, ports);
  }

  public FaceState withStacks(int next) {
    return new FaceState(tag, name, failed, overlay, next, ports);
  }

  public FaceState withPorts(int next) {
    return new FaceState(tag, name, failed, overlay, stacks, next);
  }
}
