/** The dialog that asks what a new design is to be. */
package supernode.ui.create;
