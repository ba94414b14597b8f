package io.depinsim.experiments;

import io.depinsim.core.incentive.FixedEmission;
import io.depinsim.core.scenario.AssetSpec;
import io.depinsim.core.scenario.CohortSpec;
import io.depinsim.core.scenario.NetworkSpec;
import io.depinsim.core.scenario.Quantity;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulatedTime;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What fits 64 bits for one member of a cohort, and not for all of them: money, which ledgers add
 * up in minor units, and capacity, which networks add up in whole units. Builds no rows.
 */
final class SumCheck {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Scenario scenario;
  private final Report report;
  private final Map<String, BigDecimal> held = new LinkedHashMap<>();

  /** Takes what is wrong. */
  interface Report {
    /** A problem at a path. */
    void add(String path, String rule, String maybe);
  }

  SumCheck(Scenario scenario, Report report) {
    this.scenario = scenario;
    this.report = report;
  }

  /** Checks one network: its treasury, and what an emission that depends on nothing issues. */
  void network(String name, NetworkSpec spec, long horizonMicros) {
    if (spec.opening() != null && spec.opening().treasury() != null) {
      BigDecimal treasury = spec.opening().treasury();
      currency()
          .ifPresent(asset -> money("networks." + name + ".opening.treasury", asset, treasury));
    }
    if (spec.emission().spec() instanceof FixedEmission.Spec fixed) {
      BigDecimal issued =
          BigDecimal.valueOf(fixed.perDay())
              .multiply(BigDecimal.valueOf(SimulatedTime.toDays(horizonMicros)));
      int decimals = scenario.assets().get(spec.asset()).decimals();
      if (issued.movePointRight(decimals).compareTo(MOST) > 0) {
        report.add(
            "networks." + name + ".emission." + spec.emission().key() + ".perDay",
            "until the end of the run that is "
                + shown(issued)
                + " "
                + spec.asset()
                + ", which does not fit 64 bits at "
                + decimals
                + " decimals",
            "use fewer decimals");
      }
    }
  }

  /** Checks one cohort of providers. */
  void cohort(String name, CohortSpec spec) {
    String path = "providers." + name;
    BigDecimal rows = BigDecimal.valueOf(spec.potential());
    for (int i = 0; i < spec.opening().size(); i++) {
      Quantity each = spec.opening().get(i);
      money(path + ".opening." + i, each.unit(), each.value().multiply(rows));
    }
    if (spec.owns() == null) {
      return;
    }
    BigDecimal machines = rows.multiply(BigDecimal.valueOf(spec.owns().machines()));
    String machine = spec.owns().hardware();
    BigDecimal capacity =
        BigDecimal.valueOf(scenario.hardware().get(machine).capacity()).multiply(machines);
    if (capacity.compareTo(MOST) > 0) {
      report.add(
          "hardware." + machine + ".capacity",
          "together the machines that "
              + path
              + " may run give "
              + shown(capacity)
              + " units a month"
              + ", which does not fit 64 bits",
          "a coarser unit of service is meant");
    }
    BigDecimal cash =
        new BigDecimal(spec.owns().runningCost())
            .multiply(new BigDecimal(spec.owns().longestRunway()))
            .multiply(machines);
    currency().ifPresent(asset -> money(path + ".owns.runningCost", asset, cash));
  }

  private Optional<String> currency() {
    return scenario.assets().entrySet().stream()
        .filter(entry -> entry.getValue().outside())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void money(String path, String asset, BigDecimal amount) {
    AssetSpec spec = scenario.assets().get(asset);
    if (spec == null) {
      return;
    }
    BigDecimal before = held.getOrDefault(asset, BigDecimal.ZERO);
    BigDecimal sum = before.add(amount);
    held.put(asset, sum);
    BigDecimal most = MOST.movePointLeft(spec.decimals());
    if (before.compareTo(most) <= 0 && sum.compareTo(most) > 0) {
      report.add(
          path,
          "with this, all together may hold "
              + shown(sum)
              + " "
              + asset
              + ", which does not fit 64 bits at "
              + spec.decimals()
              + " decimals",
          "use fewer decimals, or a smaller amount");
    }
  }

  private static String shown(BigDecimal sum) {
    return sum.toBigInteger().toString();
  }
}
