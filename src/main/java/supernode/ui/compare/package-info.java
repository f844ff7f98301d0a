/** Two to four designs side by side. */
package supernode.ui.compare;
