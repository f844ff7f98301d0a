package supernode.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** The program itself; without a command it opens the window. */
@Command(
    name = "supernode-studio",
    description = "Draw an AI supernode, see it solved, print it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the design has findings of severity error",
      "2:bad input; the message names file, place and remedy",
      "3:an error of the program's own"
    })
final class StudioCommand implements Callable<Integer> {
  private static final List<Class<?>> ALL =
      List.of(
          OpenCommand.class,
          DemoCommand.class,
          SolveCommand.class,
          CheckCommand.class,
          ExplainCommand.class,
          TopologyCommand.class,
          MaxMinCommand.class,
          CollectiveCommand.class,
          TrainCommand.class,
          RooflineCommand.class,
          ServeCommand.class,
          ScheduleCommand.class,
          ReportCommand.class,
          RenderCommand.class,
          CompareCommand.class,
          HydraulicsCommand.class,
          WeatherCommand.class,
          ConvertCommand.class,
          NewCommand.class,
          CatalogCommand.class,
          AutoComplete.GenerateCompletion.class);

  /**
   * The commands that a call needs: the one that it names, for reading what all of them take costs
   * more time than most of them run. Help, completion and misspellings need all.
   */
  static List<Class<?>> neededBy(String... args) {
    if (args.length > 0) {
      for (Class<?> command : ALL) {
        if (command.getAnnotation(Command.class).name().equals(args[0])
            && command != AutoComplete.GenerateCompletion.class) {
          return List.of(command);
        }
      }
    }
    return ALL;
  }

  @Override
  public Integer call() {
    return Window.open(Optional.empty());
  }
}
