/** The catalogue as it is looked through: filtered, sorted, compared, and copied to be changed. */
package supernode.catalog.browse;
