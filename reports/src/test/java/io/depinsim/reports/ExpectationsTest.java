package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.ExpectSpec.Across;
import io.depinsim.core.scenario.ExpectSpec.Basis;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationsTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  @TempDir private Path folder;

  private static ExpectationRow row(String name, Basis basis, double value, Outcome outcome) {
    OptionalDouble low =
        outcome == Outcome.reported ? OptionalDouble.empty() : OptionalDouble.of(-0.02);
    OptionalDouble high =
        outcome == Outcome.reported ? OptionalDouble.empty() : OptionalDouble.of(0.03);
    return new ExpectationRow(
        name,
        basis,
        "filecoin.minted",
        "worstError",
        "minted",
        DAY,
        DAY,
        value,
        low,
        high,
        outcome,
        "base",
        "base",
        Across.each);
  }

  private String answer(ExpectationRow... rows) {
    try (RunDirectory run = new FilecoinLikeRun(1, 300).write(folder)) {
      RunRecord record = RunRecord.read(run);
      RunRecord changed =
          new RunRecord(
              record.manifest(),
              record.series(),
              record.summary(),
              List.of(rows),
              List.of(),
              record.metrics());
      return new Expectations(changed).answer().replace('\u202f', ' ');
    }
  }

  @Test
  void namesWhatLiesOutsideItsTolerance() {
    assertEquals(
        "Of 2 predicted quantities with a stated tolerance, 1 lies within it and 1 outside (late"
            + " mint); the largest deviation is +4.1 % (late mint, outside its tolerance of"
            + " \u22122 % to +3 %).",
        answer(
            row("early mint", Basis.predicted, -0.01, Outcome.passed),
            row("late mint", Basis.predicted, 0.0412, Outcome.failed),
            row("fit", Basis.fitted, 0.5, Outcome.failed)));
  }

  @Test
  void reportsWithoutJudgingWhenThereIsNoTolerance() {
    assertEquals(
        "1 predicted quantity is reported, none with a tolerance to judge it by; the largest"
            + " deviation is +0.9 % (mint).",
        answer(row("mint", Basis.predicted, 0.009, Outcome.reported)));
  }

  @Test
  void namesWhatHasNoTolerance() {
    String text =
        answer(
            row("mint", Basis.predicted, 0.009, Outcome.passed),
            row("burn", Basis.predicted, 4.6, Outcome.reported));
    assertTrue(text.contains(" Without a tolerance: burn +460"), text);
  }

  @Test
  void isUndecidedWithoutPredictions() {
    assertTrue(answer(row("fit", Basis.fitted, 0.001, Outcome.passed)).startsWith("Undecided: "));
    assertTrue(answer().startsWith("Undecided: "));
  }
}
