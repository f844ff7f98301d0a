package supernode.solve.cooling.hydraulic;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.sparse.csc.decomposition.chol.CholeskyUpLooking_DSCC;
import org.ejml.sparse.csc.misc.TriangularSolver_DSCC;

/**
 * Where the entries of a network's symmetric matrix lie, in an order with little fill: the part of
 * a factorisation that depends on the topology alone. Immutable but for a workspace that is lent to
 * one solve at a time.
 */
final class Pattern {
  private final int[] from;
  private final int[] to;
  private final int[] position;
  private final int[] columnStart;
  private final int[] row;
  private final int[] diagonalSlot;
  private final int[] linkSlot;
  private final AtomicReference<Factor> idle = new AtomicReference<>();

  private Pattern(int nodes, int[] from, int[] to) {
    this.from = from;
    this.to = to;
    int[][] neighbours = MinimumDegree.adjacency(nodes, from, to);
    int[] order = MinimumDegree.order(neighbours);
    position = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      position[order[i]] = i;
    }
    columnStart = new int[nodes + 1];
    diagonalSlot = new int[nodes];
    int[] rows = new int[nodes + from.length];
    int n = 0;
    for (int column = 0; column < nodes; column++) {
      int start = n;
      for (int u : neighbours[order[column]]) {
        if (position[u] < column) {
          rows[n++] = position[u];
        }
      }
      Arrays.sort(rows, start, n);
      diagonalSlot[order[column]] = n;
      rows[n++] = column;
      columnStart[column + 1] = n;
    }
    row = Arrays.copyOf(rows, n);
    linkSlot = new int[from.length];
    for (int k = 0; k < from.length; k++) {
      int column = Math.max(position[from[k]], position[to[k]]);
      int above = Math.min(position[from[k]], position[to[k]]);
      linkSlot[k] = Arrays.binarySearch(row, columnStart[column], columnStart[column + 1], above);
    }
  }

  static Pattern of(int nodes, int[] from, int[] to) {
    return new Pattern(nodes, from, to);
  }

  boolean fits(int nodes, int[] otherFrom, int[] otherTo) {
    return nodes == position.length && Arrays.equals(from, otherFrom) && Arrays.equals(to, otherTo);
  }

  /** A workspace, to be given back with {@link #giveBack}. */
  Factor take() {
    Factor factor = idle.getAndSet(null);
    return factor == null ? new Factor() : factor;
  }

  void giveBack(Factor factor) {
    idle.set(factor);
  }

  /** Values, factor and solution of one matrix with this pattern. */
  final class Factor {
    private final DMatrixSparseCSC matrix;
    private final CholeskyUpLooking_DSCC cholesky = new CholeskyUpLooking_DSCC();
    private final double[] permuted;

    private Factor() {
      int n = position.length;
      matrix = new DMatrixSparseCSC(n, n, row.length);
      matrix.nz_length = row.length;
      matrix.indicesSorted = true;
      System.arraycopy(columnStart, 0, matrix.col_idx, 0, n + 1);
      System.arraycopy(row, 0, matrix.nz_rows, 0, row.length);
      permuted = new double[n];
    }

    void clear() {
      Arrays.fill(matrix.nz_values, 0, row.length, 0);
    }

    void addDiagonal(int node, double value) {
      matrix.nz_values[diagonalSlot[node]] += value;
    }

    void addOffDiagonal(int link, double value) {
      matrix.nz_values[linkSlot[link]] += value;
    }

    /** False when the matrix is not positive definite. */
    boolean decompose() {
      boolean done = cholesky.decompose(matrix);
      cholesky.setStructureLocked(true);
      return done;
    }

    /** Overwrites the right side with the solution. */
    void solve(double[] rightSide) {
      for (int v = 0; v < position.length; v++) {
        permuted[position[v]] = rightSide[v];
      }
      TriangularSolver_DSCC.solveL(cholesky.getL(), permuted);
      TriangularSolver_DSCC.solveTranL(cholesky.getL(), permuted);
      for (int v = 0; v < position.length; v++) {
        rightSide[v] = permuted[position[v]];
      }
    }
  }
}
