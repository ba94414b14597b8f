package io.depinsim.experiments;

import io.depinsim.core.engine.market.MachineStrategy.Terms;
import io.depinsim.core.random.CohortCodes;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.CohortSpec;
import io.depinsim.core.scenario.HardwareSpec;
import io.depinsim.core.scenario.OwnershipSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.Ticks;
import io.depinsim.core.world.OwnerTable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws who the potential owners of machines are: running cost, price of a machine, cash. One keyed
 * draw per purpose and owner, so identities are the same under every policy.
 */
final class OwnerBuilder {
  private final Scenario scenario;
  private final Streams streams;
  private final CohortCodes codes;

  OwnerBuilder(Scenario scenario, Streams streams) {
    this.scenario = scenario;
    this.streams = streams;
    this.codes = new CohortCodes(scenario.providers().keySet());
  }

  /** Owners by cohort, in scenario order. */
  Map<String, OwnerTable> build() {
    Map<String, OwnerTable> tables = new LinkedHashMap<>();
    scenario
        .providers()
        .forEach(
            (name, spec) -> {
              if (spec.owns() != null) {
                tables.put(name, table(name, spec));
              }
            });
    return tables;
  }

  private OwnerTable table(String name, CohortSpec spec) {
    OwnershipSpec owns = spec.owns();
    HardwareSpec hardware = scenario.hardware().get(owns.hardware());
    int rows = spec.potential();
    long[] entity = new long[rows];
    double[] cost = new double[rows];
    double[] capex = new double[rows];
    double[] runway = new double[rows];
    Draws draws = new Draws();
    for (int row = 0; row < rows; row++) {
      entity[row] = codes.entity(name, row);
      streams.seek(draws, Purpose.RUNNING_COST, entity[row], 0);
      cost[row] = owns.runningCost() * draws.nextLogNormal(0, owns.runningCostSpread());
      streams.seek(draws, Purpose.CAPEX, entity[row], 0);
      capex[row] = hardware.capex() * draws.nextLogNormal(0, hardware.capexSpread());
      streams.seek(draws, Purpose.RUNWAY, entity[row], 0);
      runway[row] =
          owns.shortestRunway()
              + (owns.longestRunway() - owns.shortestRunway()) * draws.nextUniform();
    }
    return new OwnerTable(name, entity, cost, capex, runway);
  }

  /** What the machines of a cohort cost and give. */
  Terms terms(CohortSpec spec) {
    OwnershipSpec owns = spec.owns();
    HardwareSpec hardware = scenario.hardware().get(owns.hardware());
    boolean financed = owns.financing() != null;
    return new Terms(
        spec.kind(),
        owns.machines(),
        owns.lot(),
        owns.ownUse() == null ? 0 : owns.ownUse(),
        spec.kind() == CohortSpec.ProviderKind.idle ? 0 : months(hardware.leadTime()),
        hardware.resale(),
        hardware.depreciation(),
        hardware.capacity(),
        financed ? owns.financing().share() : 0,
        financed ? owns.financing().rate() : 0,
        financed ? owns.financing().termMonths() : 1);
  }

  private static double months(Span span) {
    return span.unit().isFixed() ? span.fixedMicros() / Ticks.MICROS_PER_MONTH : span.wholeMonths();
  }
}
