package supernode.solve.workload.serve;

import java.util.Optional;

/**
 * Instances of a model on a fleet.
 *
 * @param prefill what reads prompts; the same as {@code decode} where both share their chips
 * @param apart whether prompts have instances of their own
 * @param transfer how a cache travels from prefill to decode
 * @param pieces that a cache travels in, each once its layers are read; 1 for after the last layer
 * @param reuse how the cache that another request has left comes; empty where it is at hand
 * @param ofParts this service is one of so many equal parts, each with an equal stream
 */
public record Service(
    InferenceStep prefill,
    int prefillInstances,
    InferenceStep decode,
    int decodeInstances,
    boolean apart,
    CacheTransfer transfer,
    int pieces,
    Optional<CacheTransfer> reuse,
    int ofParts) {

  /** A whole service whose caches travel at one rate. */
  public Service(
      InferenceStep prefill,
      int prefillInstances,
      InferenceStep decode,
      int decodeInstances,
      boolean apart,
      double transferBytesPerS,
      double transferLatencyS,
      boolean layerwise) {
    this(
        prefill,
        prefillInstances,
        decode,
        decodeInstances,
        apart,
        CacheTransfer.atRate(transferBytesPerS, transferLatencyS, false),
        layerwise ? Math.toIntExact(decode.model().layers()) : 1,
        Optional.empty(),
        1);
  }

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
        transfer,
        pieces,
        reuse,
        ofParts * parts);
  }

  /** Replicas that write answers. */
  public int decoders() {
    return decodeInstances * decode.on().replicas();
  }

  int prefillers() {
    return prefillInstances * prefill.on().replicas();
  }

  /** What transfers meet while so many requests come to this part. */
  public CacheTransfer.Way way(double requestsPerSecond) {
    return transfer.at(requestsPerSecond * ofParts);
  }

  /** Time for what is reused of a prompt to come to where the rest is read. */
  public double reuseSeconds(double tokens, double requestsPerSecond) {
    if (reuse.isEmpty() || !(tokens > 0)) {
      return 0;
    }
    CacheTransfer.Way way = reuse.get().at(requestsPerSecond * ofParts);
    return tokens * decode.model().cacheBytesPerToken() / way.bytesPerS() + way.latencyS();
  }

  /**
   * The cache of a prompt on its way.
   *
   * @param seconds it takes, without the latency
   * @param addedSeconds from the end of reading to the arrival of the last byte
   */
  public record Transferred(CacheTransfer.Way way, double seconds, double addedSeconds) {
    private static final double NOTHING = 1e-9;

    /** What goes on while the prompt is still read. */
    public double hiddenShare() {
      double hidden = 1 - (addedSeconds - way.latencyS()) / seconds;
      return seconds > 0 && hidden > NOTHING ? Math.min(1, hidden) : 0;
    }
  }

  /**
   * The cache of a prompt on its way from prefill to decode, with nothing left to be sent before.
   *
   * @param readSeconds that reading it takes
   */
  public Transferred transferred(double tokens, double readSeconds, double requestsPerSecond) {
    CacheTransfer.Way way = way(requestsPerSecond);
    double seconds = tokens * decode.model().cacheBytesPerToken() / way.bytesPerS();
    double arrives = sent(0, readSeconds, seconds, 0);
    return new Transferred(way, seconds, arrives - readSeconds + way.latencyS());
  }

  /**
   * When the last byte leaves. Pieces follow each other, none before its layers are read.
   *
   * @param start of reading
   * @param end of reading
   * @param seconds that all takes to send
   * @param free when the way is
   */
  double sent(double start, double end, double seconds, double free) {
    double first = Math.max(free, start + (end - start) / pieces);
    return Math.max(first + seconds, Math.max(free, end) + seconds / pieces);
  }
}
