/** Which way flows go through a fabric, and in what shares. */
package supernode.solve.network.route;
