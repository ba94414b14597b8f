package io.depinsim.core.run;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.DecisionKind.OptionRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decisions of every sort, and what is expected to be read of them. */
final class RandomDecisions {
  static final DecisionKind PLACEMENT =
      new DecisionKind(
          "placement",
          List.of("workUnits", "priceUsd", "region"),
          List.of("cheapest", "nobody free"),
          List.of(new OptionRange("home", 0, 1000), new OptionRange("farm", 1000, 10)));
  static final DecisionKind VOTE =
      new DecisionKind(
          "vote",
          List.of(),
          List.of("own profit"),
          List.of(OptionRange.single("no", 0), OptionRange.single("yes", 1)));

  static final DecisionHead HEAD =
      new DecisionHead(
          "base",
          "calm",
          0,
          Instant.parse("2025-01-01T00:00:00Z"),
          0.5,
          List.of("main", "voter"),
          List.of("studios", "proposal"),
          List.of(PLACEMENT, VOTE));

  private final Streams streams;
  private final Draws draws = new Draws();
  private final boolean odd;
  private long count;
  private long time;

  /** Decisions of a seed; odd ones hold extremes in every column. */
  RandomDecisions(long seed, boolean odd) {
    this.streams = new Streams(seed, 0);
    this.odd = odd;
  }

  private double real() {
    double[] extremes = {
      0, -0.0, Double.NaN, Double.MIN_VALUE, -Double.MAX_VALUE, Double.NEGATIVE_INFINITY
    };
    return odd && draws.nextInt(2) == 0
        ? extremes[draws.nextInt(extremes.length)]
        : draws.nextUniform() * 100;
  }

  /** Adds one, and what it is to a list. */
  void add(DecisionBlock block, List<List<Object>> all) {
    streams.seek(draws, Purpose.LOGGING, 1, count++);
    time = odd && draws.nextInt(9) == 0 ? draws.nextLong() : time + draws.nextInt(5);
    boolean vote = draws.nextInt(7) == 0;
    long number = odd ? draws.nextLong() : draws.nextInt(1000);
    int kind = vote ? 1 : 0;
    block.begin(time, kind, kind, kind, number);
    List<Object> row = new ArrayList<>(List.of(time, kind, number));
    for (int i = 0; i < (vote ? 0 : 3); i++) {
      double input = real();
      block.input(input);
      row.add(input);
    }
    int options = vote ? 2 : draws.nextInt(odd ? 256 : 6);
    for (int i = 0; i < options; i++) {
      long id = odd && draws.nextInt(4) == 0 ? draws.nextLong() : draws.nextInt(1010);
      double score = real();
      block.option(id, score);
      row.add(id);
      row.add((double) (float) score);
    }
    int choice = draws.nextInt(options + 1) - 1;
    block.end(choice, 0);
    row.add(choice);
    all.add(row);
  }

  /** What a block holds, row by row, as {@link #add} put it down. */
  static List<List<Object>> rows(DecisionBlock block) {
    List<List<Object>> all = new ArrayList<>();
    int input = 0;
    int option = 0;
    for (int row = 0; row < block.rows; row++) {
      List<Object> values = new ArrayList<>();
      values.add(block.columns[DecisionBlock.TIME][row]);
      values.add((int) block.columns[DecisionBlock.KIND][row]);
      values.add(block.columns[DecisionBlock.NUMBER][row]);
      for (int i = 0; i < block.columns[DecisionBlock.INPUTS][row]; i++) {
        values.add(block.inputs[input++]);
      }
      for (int i = 0; i < block.columns[DecisionBlock.OPTIONS][row]; i++) {
        values.add(block.optionIds[option]);
        values.add(block.scores[option++]);
      }
      values.add((int) block.columns[DecisionBlock.CHOICE][row]);
      all.add(values);
    }
    return all;
  }
}
