package supernode.analysis;

/** How bad a finding is. */
public enum Severity {
  ERROR,
  WARNING,
  INFO
}
