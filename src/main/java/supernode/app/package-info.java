/** The program: command line and window, wired by constructors. */
package supernode.app;
