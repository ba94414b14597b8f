package io.depinsim.agents.allocator;

import java.util.Arrays;

/**
 * Assignment at the least total cost: each row gets a column of its own. Shortest augmenting paths
 * with dual prices, after Jonker and Volgenant: one path for each row, O(rows² · columns) in all.
 * Exact for whole numbers and else to the rounding of sums. Memory is kept between calls, 8 bytes a
 * pair apart from the caller's.
 *
 * @see <a href="https://doi.org/10.1007/BF02278710">Jonker, Volgenant: A shortest augmenting path
 *     algorithm for dense and sparse linear assignment problems (1987)</a>
 */
final class LeastCostAssignment {
  private double[] priceOfRow = {};
  private double[] priceOfColumn = {};
  private double[] shortest = {};
  private int[] rowOf = {};
  private int[] before = {};
  private boolean[] reached = {};

  /**
   * Assigns every row.
   *
   * @param cost of row i in column j at {@code i * columns + j}, finite
   * @param rows at most {@code columns}
   * @param columnOf receives the column of each row
   * @throws IllegalArgumentException if there are more rows than columns
   */
  void solve(double[] cost, int rows, int columns, int[] columnOf) {
    if (rows > columns) {
      throw new IllegalArgumentException(rows + " rows: must be at most " + columns + " columns.");
    }
    begin(rows, columns);
    // Row 0 and column 0 are outside: rows and columns are counted from 1.
    for (int row = 1; row <= rows; row++) {
      augment(cost, row, columns);
    }
    for (int column = 1; column <= columns; column++) {
      if (rowOf[column] > 0) {
        columnOf[rowOf[column] - 1] = column - 1;
      }
    }
  }

  private void begin(int rows, int columns) {
    if (priceOfRow.length <= rows) {
      priceOfRow = new double[rows + 1];
    }
    if (priceOfColumn.length <= columns) {
      priceOfColumn = new double[columns + 1];
      shortest = new double[columns + 1];
      rowOf = new int[columns + 1];
      before = new int[columns + 1];
      reached = new boolean[columns + 1];
    }
    Arrays.fill(priceOfRow, 0);
    Arrays.fill(priceOfColumn, 0);
    Arrays.fill(rowOf, 0);
  }

  /** Finds the cheapest way to give one more row a column, and takes it. */
  private void augment(double[] cost, int row, int columns) {
    rowOf[0] = row;
    Arrays.fill(shortest, 0, columns + 1, Double.POSITIVE_INFINITY);
    Arrays.fill(reached, 0, columns + 1, false);
    int at = 0;
    do {
      at = step(cost, at, columns);
    } while (rowOf[at] != 0);
    while (at != 0) {
      rowOf[at] = rowOf[before[at]];
      at = before[at];
    }
  }

  /** From a column that has been reached to the nearest one that has not. */
  private int step(double[] cost, int at, int columns) {
    reached[at] = true;
    int from = rowOf[at];
    int first = (from - 1) * columns - 1;
    int next = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int column = 1; column <= columns; column++) {
      if (reached[column]) {
        continue;
      }
      double over = cost[first + column] - priceOfRow[from] - priceOfColumn[column];
      if (over < shortest[column]) {
        shortest[column] = over;
        before[column] = at;
      }
      if (shortest[column] < least) {
        least = shortest[column];
        next = column;
      }
    }
    for (int column = 0; column <= columns; column++) {
      if (reached[column]) {
        priceOfRow[rowOf[column]] += least;
        priceOfColumn[column] -= least;
      } else {
        shortest[column] -= least;
      }
    }
    return next;
  }
}
