/** Who gets how much where flows share links: exact weighted max-min fairness, and its proof. */
package supernode.solve.network.rate;
