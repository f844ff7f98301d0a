/**
 * What failures leave of a machine's time: rates in series and with spares, checkpoints, goodput,
 * repair (performance-models.md, section 4e).
 */
package supernode.solve.reliability;
