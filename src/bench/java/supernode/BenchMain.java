package supernode;

import java.io.File;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks whose names match the argument; results go to target/bench/. */
public final class BenchMain {
  private BenchMain() {}

  public static void main(String[] args) throws Exception {
    File folder = new File("target/bench");
    if (!folder.isDirectory() && !folder.mkdirs()) {
      throw new java.io.IOException("cannot make " + folder);
    }
    new Runner(
            new OptionsBuilder()
                .include(args.length > 0 ? args[0] : ".*")
                .resultFormat(ResultFormatType.JSON)
                .result(new File(folder, "jmh.json").getPath())
                .output(new File(folder, "jmh.txt").getPath())
                .build())
        .run();
    System.out.println(java.nio.file.Files.readString(new File(folder, "jmh.txt").toPath()));
  }
}
