package supernode.solve.workload.schedule;

/**
 * Chips of a job by domain.
 *
 * @param domains that it has chips in
 * @param chips in each
 */
@SuppressWarnings("ArrayRecordComponent") // Thousands a day, never compared.
record Placement(int[] domains, int[] chips) {
  int total() {
    int sum = 0;
    for (int c : chips) {
      sum += c;
    }
    return sum;
  }
}
