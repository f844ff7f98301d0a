package supernode.solve.workload.serve;

/**
 * Who asks for what.
 *
 * @param perSecond arrivals in the mean
 * @param burst standard deviation over mean of the times between them; 1 for a Poisson stream
 * @param prefixReuse share of a prompt whose cache another request has left
 */
public record RequestMix(
    Distribution input, Distribution output, double perSecond, double burst, double prefixReuse) {
  public RequestMix at(double rate) {
    return new RequestMix(input, output, rate, burst, prefixReuse);
  }
}
