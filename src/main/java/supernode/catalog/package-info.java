/**
 * What can be bought: parts and link types with typed specifications, each value with its source
 * and how sure it is.
 */
package supernode.catalog;
