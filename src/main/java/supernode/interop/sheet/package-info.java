/** Catalogue entries as rows of a spreadsheet. */
package supernode.interop.sheet;
