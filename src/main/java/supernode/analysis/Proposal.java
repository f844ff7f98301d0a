package supernode.analysis;

import supernode.design.edit.Edit;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * A size that was worked out, ready to be taken as one undoable step.
 *
 * @param key stable name: pump-speed, facility-water, cdu, pump, balance
 * @param text what it does
 * @param value the number found: a flow, a temperature, a duty
 */
public record Proposal(String key, Text text, Quantity value, Edit edit) {}
