package supernode.app;

/** Entry point: the command line, or the window. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
