package io.depinsim.core.run;

import java.util.List;

/**
 * What decisions of one kind look like: a placement, a vote.
 *
 * @param name what is decided, in one word
 * @param inputs what each decision was based on, by name, units in the names; at most {@value
 *     #MOST_INPUTS}
 * @param reasons why a choice was made, in words; at least one
 * @param options what the numbers of options stand for; those that none of these covers stay
 *     numbers
 */
public record DecisionKind(
    String name, List<String> inputs, List<String> reasons, List<OptionRange> options) {
  /** Most inputs of a decision. */
  public static final int MOST_INPUTS = 8;

  /**
   * Options that lie side by side, such as the providers of a cohort.
   *
   * @param name of the cohort, or of the option if there is one
   * @param first number of the first
   * @param count how many, ≥ 1
   */
  public record OptionRange(String name, long first, long count) {
    /** Checks the count. */
    public OptionRange {
      if (count < 1) {
        throw new IllegalArgumentException("count: must be 1 or more, is " + count + ".");
      }
    }

    /** An option that stands alone, such as a side in a vote. */
    public static OptionRange single(String name, long number) {
      return new OptionRange(name, number, 1);
    }

    private boolean covers(long option) {
      return option >= first && option - first < count;
    }

    private String word(long option) {
      return count == 1 ? name : name + " " + (option - first);
    }
  }

  /** Copies the lists and checks their sizes. */
  public DecisionKind {
    inputs = List.copyOf(inputs);
    reasons = List.copyOf(reasons);
    options = List.copyOf(options);
    if (inputs.size() > MOST_INPUTS || reasons.isEmpty()) {
      throw new IllegalArgumentException(
          "decision "
              + name
              + ": must have at most "
              + MOST_INPUTS
              + " inputs and at least one reason.");
    }
  }

  /** What an option is called: its cohort and place there, or its number alone. */
  String option(long number) {
    for (OptionRange range : options) {
      if (range.covers(number)) {
        return range.word(number);
      }
    }
    return Long.toString(number);
  }
}
