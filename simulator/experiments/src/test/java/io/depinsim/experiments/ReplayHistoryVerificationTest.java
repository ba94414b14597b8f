package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.agents.AgentsCatalogue;
import io.depinsim.core.engine.market.ShockCatalogue;
import io.depinsim.core.incentive.IncentiveCatalogue;
import io.depinsim.core.incentive.filecoin.ChainTime;
import io.depinsim.core.incentive.filecoin.ConsensusLottery;
import io.depinsim.core.incentive.filecoin.SimplePlusBaselineMinting;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.market.MarketCatalogue;
import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.ExpectSpec.Basis;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The shipped replay of Filecoin's history against the chain and against the closed form.
 *
 * <p>Chain figures: state of the reward actor, weekly, taken at noon UTC
 * (protocol/filecoin-mecha-twin and chain data, 2020-08 to 2021-12). One replicate; its lottery
 * moves a mint of eight weeks by 0.11 % (one standard deviation), so 2 % lies more than three of
 * them away from the measured worst error of 1.6 %.
 */
class ReplayHistoryVerificationTest {
  private static Scenario scenario;
  private static RunResult result;
  private static SeriesTable series;

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    scenario =
        new ScenarioReader(
                new Catalogue(
                    List.of(
                        new IncentiveCatalogue(),
                        new MarketCatalogue(),
                        new ShockCatalogue(),
                        new AgentsCatalogue())))
            .read(Path.of("../../scenarios/filecoin/replay-history.yaml"), List.of());
    RunOptions options =
        new RunOptions(
            scenario.policies(), 1, 1, CheckLevel.RUN, key -> true, RunOptions.Progress.NONE);
    result = new ScenarioRun(scenario, options).execute();
    series = result.series();
  }

  @Test
  void winEfficiencyIsMintedOverOfferedFromJanuaryToJune2021() {
    double minted = 80_378_540.0 - 22_016_315.0;
    double offered =
        offered(Instant.parse("2021-06-28T12:00:00Z"), 2.301544480969836e24)
            - offered(Instant.parse("2021-01-04T12:00:00Z"), 3.3289051855488376e23);
    ConsensusLottery.Spec rewards =
        (ConsensusLottery.Spec) scenario.networks().get("filecoin").rewards().spec();
    assertEquals(minted / offered, rewards.winEfficiency(), 2e-4);
  }

  @Test
  void everyMintOfEightWeeksAfterJune2021LiesWithinTwoPercent() {
    Map<LocalDate, Double> chain = new LinkedHashMap<>();
    double[] total = {
      80_378_540, 82_842_992, 85_312_279, 87_751_061, 90_194_624, 92_624_401, 95_078_015,
      97_496_318, 99_923_802, 102_337_904, 104_746_754, 107_122_314, 109_515_387, 111_876_022,
      114_235_163, 116_590_212, 118_932_399, 121_273_572, 123_597_615, 125_916_067, 128_229_196,
      130_544_364, 132_833_084, 135_125_665, 137_402_466, 139_674_471, 141_939_734
    };
    for (int week = 0; week < total.length; week++) {
      chain.put(LocalDate.of(2021, 6, 28).plusWeeks(week), total[week]);
    }
    int windows = 0;
    for (LocalDate from : chain.keySet()) {
      LocalDate to = from.plusWeeks(8);
      if (chain.containsKey(to)) {
        double model = atNoon("filecoin.minedTotal", to) - atNoon("filecoin.minedTotal", from);
        assertEquals(1, model / (chain.get(to) - chain.get(from)), 0.02, from + " to " + to);
        windows++;
      }
      assertEquals(
          1, atNoon("filecoin.minedTotal", from) / chain.get(from), 0.03, "total, " + from);
    }
    assertEquals(19, windows);
  }

  /**
   * The closed form integrated over the documented weekly raw power with 48 steps a day, computed
   * apart from this program; the value of a day is stamped at its end.
   */
  @Test
  void expectedDailyMintFollowsTheClosedFormFrom2022To2024() {
    Map<String, Double> perDay = new LinkedHashMap<>();
    perDay.put("2022-10-11", 286_897.0);
    perDay.put("2023-01-01", 277_371.0);
    perDay.put("2023-04-01", 240_800.0);
    perDay.put("2023-07-01", 199_378.0);
    perDay.put("2023-10-01", 170_865.0);
    perDay.put("2024-01-01", 145_629.0);
    perDay.put("2024-04-01", 125_736.0);
    perDay.put("2024-07-01", 110_708.0);
    perDay.put("2024-10-01", 99_436.0);
    perDay.put("2024-12-30", 92_109.0);
    perDay.forEach(
        (date, value) -> assertEquals(1, at("filecoin.expectedMint", date) / value, 0.01, date));
    assertEquals(1, at("filecoin.expectedMint", "2022-10-10") / 286_800, 0.03);
  }

  @Test
  void everyStatementOfTheScenarioHolds() {
    assertFalse(result.expectations().isEmpty());
    result
        .expectations()
        .forEach(row -> assertTrue(row.outcome() != Outcome.failed, row.toString()));
    assertTrue(scenario.expect().stream().anyMatch(e -> e.basis() == Basis.predicted));
  }

  @Test
  void circulatingSupplyIsWhatTheProtocolDefines() {
    for (String date : List.of("2020-10-15", "2021-06-01", "2022-07-01", "2024-12-31")) {
      double defined =
          at("filecoin.vestedTotal", date)
              + at("filecoin.minedTotal", date)
              + 17_066_600
              - at("filecoin.burntTotal", date)
              - at("filecoin.lockedTotal", date);
      assertEquals(defined, at("filecoin.circulating", date), 1e-3, date);
    }
  }

  private static double offered(Instant instant, double realised) {
    SimplePlusBaselineMinting minting = SimplePlusBaselineMinting.mainnet();
    return minting.mintedFil(ChainTime.epochAt(instant), minting.effectiveEpochs(realised));
  }

  private static double at(String metric, String date) {
    int point = series.times().indexOf(Instant.parse(date + "T00:00:00Z"));
    return series.values("base", "base", metric, 0)[point];
  }

  private static double atNoon(String metric, LocalDate date) {
    return (at(metric, date.toString()) + at(metric, date.plusDays(1).toString())) / 2;
  }
}
