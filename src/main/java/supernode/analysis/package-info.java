/**
 * One snapshot, all answers: a pure function of design and scenario, in stages that are remembered
 * while what they read stays the same; findings; explanations of every number.
 */
package supernode.analysis;
