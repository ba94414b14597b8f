package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.run.SeriesTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two networks, {@code storage} with every Filecoin rule and {@code compute} with a fixed weekly
 * emission, share USD and one cohort of 40 providers over 60 days.
 */
class TwoNetworksTest {
  private static SeriesTable series;

  @BeforeAll
  static void run() throws Exception {
    series = Samples.run(Samples.twoNetworks(), 1).series();
  }

  private static double[] of(String metric) {
    return series.values("base", "base", metric, 0);
  }

  /** 1000.000001 a day, settled every 7 days: 8 whole weeks in 60 days. */
  @Test
  void theSecondNetworkMintsItsFixedAmountExactly() {
    double[] minted = of("compute.minedTotal");
    assertEquals(61, minted.length);
    for (int day = 0; day <= 60; day++) {
      assertEquals(day / 7 * 7_000.000007, minted[day], 1e-9, "day " + day);
      assertEquals(minted[day], of("compute.providersFree")[day], "day " + day);
    }
    assertEquals(56_000.000056, minted[60], 1e-9);
  }

  /** 40 providers open with 100 USD each; what they have paid and what they have stays 4000. */
  @Test
  void cashAndRunningCostsAddUpToWhatTheCohortOpenedWith() {
    double[] cash = of("operators.cash");
    double[] paid = of("operators.operatingCostTotal");
    assertEquals(4_000, cash[0]);
    for (int day = 0; day <= 60; day++) {
      assertEquals(4_000, cash[day] + paid[day], 1e-6, "day " + day);
    }
    // The first day: 0.002 USD for each unit of 32 GiB and each of the 400 of the other network.
    double units = of("storage.rawPower")[1] * 0x1p60 / 0x1p35;
    assertEquals(0.002 * (units + 400), paid[1], 1e-4);
    assertTrue(cash[60] < cash[1], "the costs go on");
  }

  @Test
  void theSameProvidersStandInBothNetworks() throws Exception {
    Replicate replicate =
        new Assembler(Samples.twoNetworks()).assemble(0, CheckLevel.EVENT, key -> true);
    List<List<Long>> entities = new ArrayList<>();
    for (String network : List.of("storage", "compute")) {
      List<Long> column = new ArrayList<>();
      replicate
          .networks()
          .get(network)
          .segments()
          .forEach(
              s -> {
                for (int member = 0; member < s.cohort().rows(); member++) {
                  column.add(s.cohort().entity(member));
                }
              });
      entities.add(column);
    }
    assertEquals(40, entities.get(0).size());
    assertEquals(entities.get(0), entities.get(1));
  }

  @Test
  void theFirstNetworkMeetsTheSameLuckWithoutTheSecond(@TempDir Path folder) throws Exception {
    SeriesTable alone = Samples.run(Samples.parse(folder, withoutCompute()), 1).series();
    List<String> compared =
        alone.metrics().stream().filter(metric -> metric.startsWith("storage.")).toList();
    assertTrue(compared.size() > 30, () -> "too few metrics: " + compared);
    for (String metric : compared) {
      assertArrayEquals(of(metric), alone.values("base", "base", metric, 0), metric);
    }
    assertNotEquals(
        Arrays.toString(of("operators.cash")),
        Arrays.toString(alone.values("base", "base", "operators.cash", 0)),
        "the second network costs something");
  }

  private static String withoutCompute() throws Exception {
    String text = Samples.text("two-networks.yaml");
    return text.substring(0, text.indexOf("\n  compute:\n    asset"))
        .replace("joins: [storage, compute]", "joins: [storage]")
        .replace("  COMPUTE: {decimals: 6}\n", "")
        .replace("      compute:\n        constant: {units: 400 units}\n", "");
  }
}
