package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of machines and money where machines break for good and energy costs money. */
class ScrappedMachinesTest {
  private static final Path WEAR = Path.of("../../scenarios/service/wear.yaml");

  private static Map<String, Double> last(String... changes) throws Exception {
    Assembler assembler = new Assembler(Samples.read(WEAR, changes));
    Replicate replicate = assembler.assemble(0, CheckLevel.EVENT, key -> true);
    replicate.simulation().run(replicate.horizonMicros());
    Map<String, Double> values = new LinkedHashMap<>();
    replicate.gauges().forEach(g -> values.put(g.definition().key(), g.value().getAsDouble()));
    return values;
  }

  @Test
  void everyMachineThatIsScrapIsGoneFromItsOwner() throws Exception {
    Map<String, Double> values = last("run.horizon=6 months", "hardware.card.wear.permanent=30 %");
    double scrapped = values.get("ray.scrappedTotal");
    assertTrue(scrapped > 10, "machines break for good");
    double had = 0;
    for (String cohort : new String[] {"gamers", "project"}) {
      had += values.get(cohort + ".ordersTotal") - values.get(cohort + ".retiredTotal");
      had -= values.get(cohort + ".ordered");
    }
    assertEquals(values.get("ray.machines"), had - scrapped);
    assertTrue(values.get("project.ordersTotal") > 60, "the fleet buys again");
  }

  @Test
  void ownersPayForEnergyAndRepairsBesideRunningCost() throws Exception {
    Map<String, Double> values =
        last(
            "run.horizon=3 months",
            "hardware.card.wear.permanent=0 %",
            "providers.gamers.owns.runningCost=0 USD/month",
            "providers.project.owns.runningCost=0 USD/month",
            "providers.gamers.owns.ownUse=0 USD/month");
    double due = values.get("ray.energyCostTotal") + values.get("ray.repairCostTotal");
    double paid = values.get("gamers.runningCostTotal") + values.get("project.runningCostTotal");
    assertTrue(due > 1000, "energy and repairs cost something");
    // Runways are months of running cost, of which there is none, so some cannot pay all.
    assertTrue(paid <= due + 1e-6 && paid > 0.5 * due, paid + " of " + due);
  }
}
