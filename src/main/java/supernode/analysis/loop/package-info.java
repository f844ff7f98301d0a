/** The coolant loop of a drawn design: from parts and hoses to a network, and back to places. */
package supernode.analysis.loop;
