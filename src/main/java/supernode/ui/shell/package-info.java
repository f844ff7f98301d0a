/**
 * The window around canvas and panels: commands, files, theme, language, preferences, finder. What
 * stands in the middle is handed in as {@link supernode.ui.shell.Slots}.
 */
package supernode.ui.shell;
