package supernode.analysis.workload;

import java.util.Map;
import supernode.catalog.ModelCard;
import supernode.catalog.ModelReader;
import supernode.design.Setting;
import supernode.quantity.Words;
import supernode.solve.Outcome;
import supernode.solve.workload.model.ModelShape;
import supernode.solve.workload.model.Precision;
import supernode.solve.workload.model.Transformer;

/** The model of a job: one of the library by its id, or a shape of the user's own. */
final class ModelForm {
  private ModelForm() {}

  static ModelShape shape(JobFields job) {
    if (!job.has("model")) {
      throw job.bad("maxmin.missing", "model");
    }
    ModelCard card = job.isWord("model") ? shipped(job) : own(job);
    Outcome<ModelShape> shape = ModelShape.of(card);
    return shape
        .asOptional()
        .orElseThrow(
            () -> new JobException("job.design", job.where(), shape.whyNot().orElseThrow()));
  }

  /** One that has layers; the others cannot be split over chips. */
  static Transformer transformer(JobFields job) {
    if (!(shape(job) instanceof Transformer t)) {
      throw job.bad("job.noLayers", job.text("model", "own"));
    }
    return t.withPrecision(precision(job, t.precision()));
  }

  private static ModelCard shipped(JobFields job) {
    Map<String, ModelCard> library = ModelReader.shipped();
    String id = job.text("model");
    ModelCard card = library.get(id);
    if (card == null) {
      throw job.bad("job.noModel", id, Words.nearest(id, library.keySet()));
    }
    return card;
  }

  private static ModelCard own(JobFields job) {
    Setting shape = job.object("model").all();
    return ModelReader.own(job.where() + ": model", shape.plain());
  }

  private static Precision precision(JobFields job, Precision own) {
    JobFields p =
        job.objectOr("precision")
            .only(
                "weightBits",
                "activationBits",
                "gradientBits",
                "optimizerBits",
                "kvBits",
                "dispatchBits",
                "combineBits");
    return new Precision(
        bytes(p, "weightBits", own.weight()),
        bytes(p, "activationBits", own.activation()),
        bytes(p, "gradientBits", own.gradient()),
        bytes(p, "optimizerBits", own.optimizer()),
        bytes(p, "kvBits", own.kv()),
        bytes(p, "dispatchBits", own.dispatch()),
        bytes(p, "combineBits", own.combine()));
  }

  private static double bytes(JobFields p, String key, double otherwise) {
    return p.number(key, 1, 256, otherwise * 8) / 8;
  }
}
