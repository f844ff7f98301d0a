/** The rules that a design is held to; each raises findings of one family. */
package supernode.analysis.rule;
