/** Designs made from a handful of numbers. */
package supernode.design.template;
