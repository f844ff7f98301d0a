/** Changes to a design as values, and the history that undoes them. */
package supernode.design.edit;
