package io.depinsim.cli;

import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.experiments.check.CheckResult;
import io.depinsim.experiments.check.DigestRow;
import io.depinsim.experiments.check.FreshRow;
import io.depinsim.experiments.check.MovedRow;
import io.depinsim.experiments.check.PairedRow;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the terminal shows of a check. */
final class CheckSummary {
  private static final MathContext FIVE = new MathContext(5, RoundingMode.HALF_EVEN);

  private final PrintWriter out;

  CheckSummary(PrintWriter out) {
    this.out = out;
  }

  /** How one scenario stands. */
  void print(CheckResult result) {
    boolean same = result.digests().stream().allMatch(row -> row.differing() == 0);
    out.println(
        result.scenario()
            + (result.failed()
                ? ": MOVED"
                : same ? ": passed" : ": passed, though not all is the same"));
    result.troubles().forEach(sentence -> out.println("  FAILS  " + sentence));
    result.remarks().forEach(sentence -> out.println("  " + sentence));
    paired(result);
    fresh(result);
    for (ExpectationRow row : result.expectations()) {
      if (row.outcome() != Outcome.reported) {
        out.println("  " + words(row));
      }
    }
  }

  private void paired(CheckResult result) {
    int compared = result.digests().stream().mapToInt(DigestRow::replicates).sum();
    int digests = result.digests().stream().mapToInt(DigestRow::differing).sum();
    List<PairedRow> differing =
        result.paired().stream().filter(row -> row.differing() > 0).toList();
    String answers =
        differing.isEmpty()
            ? "all answers are equal"
            : differing.size() + " of " + result.paired().size() + " answers differ";
    String mark = result.digestsFailed() ? "FAILS  " : "";
    out.println(
        "  "
            + mark
            + "same replicates, "
            + result.replicates()
            + ": "
            + (digests == 0 ? "all " + compared : digests + " of " + compared)
            + " digests "
            + (digests == 0 ? "are equal" : "differ")
            + (result.paired().isEmpty() ? "." : ", " + answers + "."));
    differing.forEach(row -> out.println("    " + words(row)));
  }

  private void fresh(CheckResult result) {
    if (result.fresh().isEmpty()) {
      return;
    }
    List<FreshRow> alarmed = result.fresh().stream().filter(FreshRow::alarmed).toList();
    String declared = " (a false alarm in at most " + percent(result.falseAlarm()) + " of checks)";
    Optional<FreshRow> nearest =
        result.fresh().stream().min(Comparator.comparingDouble(r -> r.outcome().probability()));
    out.println(
        "  fresh replicates, "
            + result.replicates()
            + ": "
            + (alarmed.isEmpty()
                ? "nothing beyond luck"
                    + declared
                    + "; smallest probability "
                    + figure(nearest.get().outcome().probability())
                    + "."
                : alarmed.size()
                    + " of "
                    + result.fresh().size()
                    + " answers are beyond luck"
                    + declared
                    + ", whether or not by what matters."));
    alarmed.forEach(row -> out.println("    " + words(row)));
  }

  /** A paired difference. */
  static String words(PairedRow row) {
    String verdict =
        row.failed() ? "FAILS  " : row.gating() ? "       " : row.beyond() ? "(told) " : "       ";
    String sizes =
        Double.isNaN(row.mean())
            ? "undefined before or now"
            : "mean "
                + signed(row.mean(), row.unit())
                + ", largest "
                + signed(row.largest(), row.unit());
    return verdict
        + where(row.question(), row.policy(), row.regime())
        + ": "
        + row.differing()
        + " of "
        + row.replicates()
        + " replicates differ, "
        + sizes
        + "; what matters begins at "
        + figure(row.matters())
        + ".";
  }

  /** A difference of distributions. */
  static String words(FreshRow row) {
    String verdict = row.failed() ? "FAILS  " : row.alarmed() ? "(told) " : "       ";
    boolean spread = Math.abs(row.outcome().spread()) > Math.abs(row.outcome().means());
    return verdict
        + where(row.question(), row.policy(), row.regime())
        + (row.share() ? ", share of replicates in which it is defined" : "")
        + ": "
        + (spread ? "another spread; " : "")
        + "mean "
        + figure(row.before())
        + " in the baseline, "
        + figure(row.fresh())
        + " now"
        + (row.unit().equals("1") ? "" : ", in " + row.unit())
        + "; probability "
        + figure(row.outcome().probability())
        + ".";
  }

  /** An expectation. */
  static String words(ExpectationRow row) {
    String across =
        switch (row.across()) {
          case each -> "";
          case mean -> "mean ";
          case median -> "median ";
        };
    return (row.outcome() == Outcome.failed ? "FAILS  " : "holds  ")
        + row.name()
        + ": "
        + across
        + figure(row.value())
        + " within ["
        + figure(row.low().orElseThrow())
        + ", "
        + figure(row.high().orElseThrow())
        + "].";
  }

  /** What a new baseline changes. */
  void update(String scenario, Path file, boolean first, boolean written, List<MovedRow> rows) {
    List<MovedRow> moved = rows.stream().filter(MovedRow::moved).toList();
    String what =
        !written ? "is as it was" : first ? "is written for the first time" : "is written anew";
    out.println(scenario + ": " + file + " " + what + ".");
    if (first || written) {
      moved.forEach(row -> out.println("  " + words(row)));
    }
  }

  private static String words(MovedRow row) {
    String where = where(row.question(), row.policy(), row.regime()) + ": ";
    if (row.before().isEmpty()) {
      return where + figure(row.now().getAsDouble()) + ", new";
    }
    if (row.now().isEmpty()) {
      return where + "was " + figure(row.before().getAsDouble()) + ", gone";
    }
    double before = row.before().getAsDouble();
    double now = row.now().getAsDouble();
    return where
        + "was "
        + figure(before)
        + ", is "
        + figure(now)
        + " ("
        + signed(now - before, "1")
        + ")";
  }

  static String where(String question, String policy, String regime) {
    return question + ", policy " + policy + ", regime " + regime;
  }

  private static String signed(double value, String unit) {
    return (value > 0 ? "+" : "") + figure(value) + (unit.equals("1") ? "" : " " + unit);
  }

  /** A number to five digits, plainly where that is short. */
  static String figure(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "undefined" : value > 0 ? "infinite" : "-infinite";
    }
    BigDecimal rounded = new BigDecimal(value).round(FIVE).stripTrailingZeros();
    int leading = rounded.precision() - rounded.scale();
    boolean plain = value == 0 || leading > -4 && leading < 13;
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  static String percent(double share) {
    return figure(100 * share) + " %";
  }
}
