package io.depinsim.experiments;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.OperatingCosts;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.scenario.CohortSpec;
import io.depinsim.core.scenario.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Opens the cash of a cohort and the running costs it pays from it. */
final class CohortMoney {
  private CohortMoney() {}

  /**
   * Opens a cohort's cash with its opening amount per provider, from the outside world.
   *
   * @throws IllegalArgumentException if the cost is not per day or the cash is not of an outside
   *     asset
   */
  static OperatingCosts open(
      String cohort,
      CohortSpec spec,
      Ledger ledger,
      Map<String, Asset> assets,
      List<Network> joined,
      ClampTelemetry clamps) {
    String path = "providers." + cohort;
    Quantity cost = spec.operatingCost();
    String[] unit = (cost == null ? spec.opening().get(0).unit() + "/day" : cost.unit()).split("/");
    Asset asset = assets.get(unit[0]);
    if (unit.length != 2 || !unit[1].equals("day") || asset == null || !asset.outside()) {
      throw new IllegalArgumentException(
          path
              + ".operatingCost: "
              + cost
              + " must be an amount of an outside asset per day."
              + " Maybe '0.02 USD/day'?");
    }
    Account cash = ledger.open(cohort + ".cash", asset, AccountClass.WALLET, spec.potential());
    for (Quantity amount : spec.opening()) {
      if (!amount.unit().equals(asset.key())) {
        throw new IllegalArgumentException(
            path
                + ".opening: "
                + amount
                + " must be in "
                + asset.key()
                + ", the asset costs are paid in.");
      }
      long[] each = new long[spec.potential()];
      Arrays.fill(each, asset.toMinor(amount.value()));
      ledger.pay(ledger.flow(cohort + ".opening", asset), ledger.outsideAccount(asset), each, cash);
    }
    return new OperatingCosts(
        cohort,
        ledger,
        cash,
        ledger.flow(cohort + ".operatingCost", asset),
        cost == null ? 0 : cost.value().doubleValue(),
        joined,
        clamps);
  }
}
