package io.depinsim.core.run;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.Arrays;

/**
 * Up to {@value #ROWS} decisions in columns. Inputs and options of all decisions stand one behind
 * the other; each decision says how many are its own. Scores keep 24 bits: they explain, nothing is
 * computed from them.
 */
public final class DecisionBlock implements StateOwner {
  /** Decisions in a full block. */
  public static final int ROWS = 4096;

  /** Most options kept of a decision. */
  public static final int MOST_OPTIONS = 255;

  // Columns by row. All are small integers or grow slowly, which is what the coding likes.
  static final int TIME = 0;
  static final int AGENT = 1;
  static final int KIND = 2;
  static final int SUBJECT = 3;
  static final int NUMBER = 4;
  static final int CHOICE = 5;
  static final int REASON = 6;
  static final int INPUTS = 7;
  static final int OPTIONS = 8;
  static final int COLUMNS = 9;

  private static final String[] NAMES = {
    "time", "agent", "kind", "subject", "number", "choice", "reason", "inputs", "options"
  };

  final long[][] columns = new long[COLUMNS][ROWS];
  double[] inputs = new double[ROWS];
  long[] optionIds = new long[ROWS];
  double[] scores = new double[ROWS];
  int rows;
  int inputCount;
  int optionCount;

  // The decision being written: what it has added so far.
  private int openInputs;
  private int openOptions;

  /** Whether there is no room for another decision. */
  public boolean full() {
    return rows == ROWS;
  }

  /** Number of decisions. */
  public int rows() {
    return rows;
  }

  /** Begins a decision; inputs and options follow, then {@link #end}. */
  public void begin(long timeMicros, int agent, int kind, int subject, long number) {
    columns[TIME][rows] = timeMicros;
    columns[AGENT][rows] = agent;
    columns[KIND][rows] = kind;
    columns[SUBJECT][rows] = subject;
    columns[NUMBER][rows] = number;
    openInputs = 0;
    openOptions = 0;
  }

  /** The next input of the decision that was begun. */
  public void input(double value) {
    int at = inputCount + openInputs;
    if (at == inputs.length) {
      inputs = Arrays.copyOf(inputs, 2 * at);
    }
    inputs[at] = value;
    openInputs++;
  }

  /** The next option of the decision that was begun. */
  public void option(long id, double score) {
    int at = optionCount + openOptions;
    if (at == optionIds.length) {
      optionIds = Arrays.copyOf(optionIds, 2 * at);
      scores = Arrays.copyOf(scores, 2 * at);
    }
    optionIds[at] = id;
    scores[at] = (float) score;
    openOptions++;
  }

  /** How many inputs the decision that was begun has so far. */
  public int openInputs() {
    return openInputs;
  }

  /** How many options the decision that was begun has so far. */
  public int openOptions() {
    return openOptions;
  }

  /**
   * Ends a decision.
   *
   * @param choice place of what was chosen among the options; -1 for none of them
   */
  public void end(int choice, int reason) {
    columns[CHOICE][rows] = choice;
    columns[REASON][rows] = reason;
    columns[INPUTS][rows] = openInputs;
    columns[OPTIONS][rows] = openOptions;
    inputCount += openInputs;
    optionCount += openOptions;
    rows++;
  }

  /** Forgets everything. */
  public void clear() {
    rows = 0;
    inputCount = 0;
    optionCount = 0;
  }

  /** Makes room for what a decoded block holds. */
  void makeRoom(int ofInputs, int ofOptions) {
    if (inputs.length < ofInputs) {
      inputs = new double[ofInputs];
    }
    if (optionIds.length < ofOptions) {
      optionIds = new long[ofOptions];
      scores = new double[ofOptions];
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    long[] sizes = {rows, inputCount, optionCount};
    visitor.longs("sizes", sizes, sizes.length);
    rows = (int) sizes[0];
    inputCount = (int) sizes[1];
    optionCount = (int) sizes[2];
    makeRoom(inputCount, optionCount);
    for (int c = 0; c < COLUMNS; c++) {
      visitor.longs(NAMES[c], columns[c], rows);
    }
    visitor.doubles("input", inputs, inputCount);
    visitor.longs("option", optionIds, optionCount);
    visitor.doubles("score", scores, optionCount);
  }
}
