/**
 * What is being built: an immutable {@link supernode.design.Design} of assemblies, in which parts
 * and other assemblies are placed with counts and joined by wirings.
 *
 * <p><b>Where things are drawn.</b> Every assembly has a drawing of its own in drawing units (about
 * millimetres). A {@link supernode.design.Placement} says where its instances lie: on a {@link
 * supernode.design.Arrangement.Grid} (first cell at x, y; cells of width x height, row by row), or
 * in rack {@link supernode.design.Arrangement.Slots} counted in U from the bottom. An instance of
 * an assembly shows that assembly's own drawing scaled uniformly into its cell, so that a cluster,
 * its racks, their trays and packages are one picture that can be zoomed into without end.
 */
package supernode.design;
