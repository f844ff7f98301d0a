/** EPANET files solved: between what a file says and what the hydraulic solver takes and gives. */
package supernode.app.inp;
