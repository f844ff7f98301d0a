package supernode.ui.compare;

import supernode.design.Design;

/**
 * A design that is compared.
 *
 * @param design named so that it can be told from the others
 * @param scenario that it is compared under
 */
public record Contender(Design design, String scenario) {}
