package supernode.figure.drawing;

import java.util.List;
import supernode.design.Wiring;

/**
 * Links of one wiring that are drawn together.
 *
 * @param wiring position among the wirings of its assembly
 * @param a instances at one end, as seen from the assembly that is wired
 * @param b instances at the other; empty when all of {@code a} join each other
 * @param links how many links there are in all
 */
record Bundle(int wiring, Wiring what, List<Member> a, List<Member> b, long links) {
  /** An instance of the wired assembly. */
  record Member(String placement, int index) {
    /** As the last step of a path. */
    String step() {
      return placement + "[" + index + "]";
    }
  }
}
