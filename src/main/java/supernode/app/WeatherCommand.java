package supernode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.WeatherAnswer;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.interop.weather.WeatherReader;
import supernode.quantity.Messages;
import supernode.solve.Outcome;

/** {@code weather FILE}: free-cooling hours, PUE and energy over a year of weather. */
@Command(
    name = "weather",
    description = "Runs a design through a year of weather: free cooling, PUE, energy, carbon.",
    mixinStandardHelpOptions = true,
    footer = "%nA table is CSV with columns dryBulbC, wetBulbC or relativeHumidityPercent, hours.")
final class WeatherCommand implements Callable<Integer> {
  @Mixin private Inputs inputs;
  @Spec private CommandSpec spec;

  @Option(
      names = "--year",
      paramLabel = "YEAR.csv",
      description = "The weather; that of the scenario if not given.")
  private Path year;

  @Option(names = "--json", description = "Prints JSON; units are in the key names.")
  private boolean json;

  @Override
  public Integer call() {
    Catalog catalog = Inputs.catalog();
    Design design = inputs.design(catalog);
    if (year != null) {
      design =
          new Edit.SetWeather(
                  inputs.scenario(), Optional.of(WeatherReader.read(year, WeatherAnswer::wetBulbC)))
              .applyTo(design);
    }
    Analysis analysis = new Analyst(catalog).full(design, inputs.scenario(), () -> false);
    Outcome<WeatherAnswer> answer = WeatherAnswer.of(analysis, () -> false);
    Messages messages = inputs.messages();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(WeatherJson.text(analysis, answer, messages));
    } else {
      answer.whyNot().ifPresent(why -> out.println(messages.say(why)));
      answer.asOptional().ifPresent(a -> print(a, messages, out));
    }
    out.flush();
    return answer.asOptional().isPresent() ? 0 : Failures.ERRORS_FOUND;
  }

  private static void print(WeatherAnswer a, Messages messages, PrintWriter out) {
    line(out, messages.say("weather.hoursFree"), a.free().free(), "h");
    line(out, messages.say("weather.hoursPartial"), a.free().partial(), "h");
    line(out, messages.say("weather.hoursMechanical"), a.free().mechanical(), "h");
    if (a.unansweredHours() > 0) {
      line(out, messages.say("weather.hoursUnanswered"), a.unansweredHours(), "h");
    }
    line(out, messages.say("weather.meanPue"), a.meanPue(), "");
    line(out, messages.say("weather.worstPue"), a.worstPue(), "");
    line(out, messages.say("weather.energy"), a.energyMWh(), "MWh");
    line(out, messages.say("weather.carbon"), a.carbonT(), "t");
    if (!a.sink().drawn()) {
      out.println(messages.say("weather.assumed", a.sink().approachK()));
    }
  }

  private static void line(PrintWriter out, String label, double value, String unit) {
    out.printf(Locale.ROOT, "  %-46s %.4g %s%n", label, value, unit);
  }
}
