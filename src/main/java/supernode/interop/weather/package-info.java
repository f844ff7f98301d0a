/** Weather of a year from tables. */
package supernode.interop.weather;
