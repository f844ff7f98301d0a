package supernode.report;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import supernode.quantity.Messages;

/** Fills the document's template. All values are escaped; only pictures are put in as they are. */
final class Template {
  private static final Configuration CONFIGURATION = configuration();

  private Template() {}

  private static Configuration configuration() {
    Logging.silence();
    Configuration c = new Configuration(Configuration.VERSION_2_3_34);
    c.setClassForTemplateLoading(Template.class, "/supernode/report");
    c.setDefaultEncoding("UTF-8");
    c.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    c.setLogTemplateExceptions(false);
    c.setWrapUncheckedExceptions(true);
    // Numbers in the tree are counts and indices: no grouping, whatever the language.
    c.setNumberFormat("computer");
    return c;
  }

  /**
   * @param picture markup of the picture with a number
   */
  static String fill(Map<String, Object> report, Messages words, IntFunction<String> picture) {
    Map<String, Object> model = new HashMap<>(report);
    model.put("say", (TemplateMethodModelEx) arguments -> words.say(text(arguments)));
    model.put(
        "markup",
        (TemplateMethodModelEx) arguments -> picture.apply(Integer.parseInt(text(arguments))));
    StringWriter out = new StringWriter();
    try {
      CONFIGURATION.getTemplate("report.ftlh").process(model, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException(e);
    }
    return out.toString();
  }

  private static String text(List<?> arguments) {
    return arguments.getFirst().toString();
  }
}
