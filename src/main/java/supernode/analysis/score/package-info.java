/** The four abilities of a supernode, each from numbers that can be derived. */
package supernode.analysis.score;
