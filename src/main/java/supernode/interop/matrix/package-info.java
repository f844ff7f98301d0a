/** Traffic matrices of other tools. */
package supernode.interop.matrix;
