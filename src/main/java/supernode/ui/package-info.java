/**
 * The window. One {@link supernode.ui.Workspace} holds what is open; panels read it and perform
 * edits on it, and learn of changes through its properties.
 */
package supernode.ui;
