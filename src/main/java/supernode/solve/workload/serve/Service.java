package supernode.solve.workload.serve;

/**
 * Instances of a model on a fleet.
 *
 * @param prefill what reads prompts; the same as {@code decode} where both share their chips
 * @param apart whether prompts have instances of their own
 * @param transferBytesPerS rate at which a replica's cache travels from prefill to decode
 * @param layerwise whether the cache travels while the prompt is still read
 */
public record Service(
    InferenceStep prefill,
    int prefillInstances,
    InferenceStep decode,
    int decodeInstances,
    boolean apart,
    double transferBytesPerS,
    double transferLatencyS,
    boolean layerwise) {
  public int chips() {
    return decodeInstances * decode.on().chips()
        + (apart ? prefillInstances * prefill.on().chips() : 0);
  }

  /** One of so many equal parts. */
  Service slice(int parts) {
    return new Service(
        prefill,
        prefillInstances / parts,
        decode,
        decodeInstances / parts,
        apart,
        transferBytesPerS,
        transferLatencyS,
        layerwise);
  }

  /** Replicas that write answers. */
  public int decoders() {
    return decodeInstances * decode.on().replicas();
  }

  int prefillers() {
    return prefillInstances * prefill.on().replicas();
  }

  /** Time for the cache of a prompt to arrive where it is decoded. */
  public double transferSeconds(long tokens) {
    if (!apart) {
      return 0;
    }
    double bytes = tokens * decode.model().cacheBytesPerToken();
    double last = layerwise ? bytes / decode.model().layers() : bytes;
    return last / transferBytesPerS + transferLatencyS;
  }
}
