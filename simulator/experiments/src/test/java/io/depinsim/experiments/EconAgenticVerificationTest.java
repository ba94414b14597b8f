package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.scenario.Scenario;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The shipped EconAgentic economy: its price returns from kicks, and with nobody who acts its sums
 * are those of the formulas.
 */
class EconAgenticVerificationTest {
  private static final Path SCENARIOS = Path.of("../../scenarios/econagentic");

  private static RunResult run(String file, int replicates) throws Exception {
    Scenario scenario = Samples.read(SCENARIOS.resolve(file));
    return new ScenarioRun(scenario, Samples.options(scenario, replicates, 2, CheckLevel.EPOCH))
        .execute();
  }

  /**
   * Kicks in month 40. Prototyped bounds a year later: 7 % after a halving, 2 % after 20 %, 0.2 %
   * after 2 %; ours are wider by the owners of three sorts who react with delay. The worst of three
   * replicates is taken.
   */
  @Test
  void thePriceReturnsFromKicksAndNoLimiterBinds() throws Exception {
    RunResult result = run("kicks.yaml", 3);
    double[][] cases = {{0.5, 0.08}, {0.8, 0.04}, {0.98, 0.005}, {1.02, 0.005}, {1.2, 0.04}};
    List<String> names = List.of("down50", "down20", "down2", "up2", "up20");
    for (int i = 0; i < cases.length; i++) {
      for (int replicate = 0; replicate < 3; replicate++) {
        double kicked = gap(result.series(), names.get(i), replicate, 40);
        double later = gap(result.series(), names.get(i), replicate, 52);
        assertEquals(cases[i][0] - 1, kicked, 2e-3, names.get(i) + " kicked");
        assertTrue(Math.abs(later) < cases[i][1], names.get(i) + " a year later: " + later);
        assertTrue(Math.abs(later) < Math.abs(kicked) / 4, names.get(i) + " has not come back");
      }
    }
    for (Manifest.Clamp clamp : result.clamps()) {
      // Owners who run out of cash are an event of the economy, not a limiter of the model.
      if (!clamp.name().endsWith(".outOfCash")) {
        assertEquals(0, clamp.bound(), clamp.policy() + " " + clamp.name());
      }
    }
    assertTrue(
        result.clamps().stream()
            .anyMatch(c -> c.name().equals("econ.speculatorLimit") && c.opportunities() > 500));
  }

  private static double gap(SeriesTable series, String policy, int replicate, int month) {
    double[] kicked = series.values(policy, "base", "econ.price", replicate);
    double[] path = series.values("none", "base", "econ.price", replicate);
    return kicked[month] / path[month] - 1;
  }

  /**
   * Minted: sum over months k since the launch of E0 / 2^floor(k / 48). Unlocked: 30 million free,
   * and of each sold or allotted allocation the share of time that has passed since its delay.
   */
  @Test
  void emissionAndVestingFollowTheirClosedForms() throws Exception {
    RunResult result = run("closed-form.yaml", 1);
    double[] minted = result.series().values("acts", "base", "econ.minedTotal", 0);
    double[] vested = result.series().values("acts", "base", "econ.vestedTotal", 0);
    double[] circulating = result.series().values("acts", "base", "econ.circulating", 0);
    int launch = 6;
    for (int month = 0; month <= 96; month++) {
      double sum = 0;
      for (int k = 0; k < month - launch; k++) {
        sum += 6_250_000.0 / (1 << k / 48);
      }
      assertEquals(sum, minted[month], 1e-6, "minted in month " + month);
      double unlocked =
          30e6 + linear(170e6, launch + 24, 48, month) + linear(150e6, launch + 18, 36, month);
      assertEquals(unlocked, vested[month], 2e-6, "unlocked in month " + month);
      assertEquals(unlocked + sum, circulating[month], 3e-6, "circulating in month " + month);
    }
  }

  /** Linear by time between two dates, as vesting counts it. */
  private static double linear(double amount, int fromMonth, int months, int month) {
    LocalDate start = LocalDate.of(2025, 1, 1);
    Instant from = at(start.plusMonths(fromMonth));
    double length = from.until(at(start.plusMonths(fromMonth + months)), ChronoUnit.SECONDS);
    double passed = from.until(at(start.plusMonths(month)), ChronoUnit.SECONDS);
    return amount * Math.max(0, Math.min(1, passed / length));
  }

  private static Instant at(LocalDate day) {
    return Instant.parse(day + "T00:00:00Z");
  }
}
