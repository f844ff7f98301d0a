package supernode.solve.workload.serve;

/**
 * Where the time of a step of inference goes, second.
 *
 * @param compute kernels: matrices and the weights and cache they read
 * @param cache of {@code compute}, reading the cache from memory
 * @param pool reading cache that lies outside the chip
 * @param tensor exchange of the chips that share matrices
 * @param expert tokens to experts and back, what is not hidden
 */
public record StepCost(double compute, double cache, double pool, double tensor, double expert) {
  public double total() {
    return compute + pool + tensor + expert;
  }

  /** The part that takes longest, by its key. */
  public String longest() {
    double most = Math.max(Math.max(compute, pool), Math.max(tensor, expert));
    if (most == compute) {
      return cache > compute / 2 ? "cache" : "compute";
    }
    return most == tensor ? "tensorParallel" : most == expert ? "expertParallel" : "pool";
  }
}
