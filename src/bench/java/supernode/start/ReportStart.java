package supernode.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import supernode.app.Main;

/** A command as its launcher starts it; when done it says so and stays until it is ended. */
public final class ReportStart {
  private ReportStart() {}

  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(ReportStart::said));
    Main.main(args);
  }

  private static void said() {
    System.out.println(FirstPicture.PAINTED);
    System.out.flush();
    try {
      System.in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
