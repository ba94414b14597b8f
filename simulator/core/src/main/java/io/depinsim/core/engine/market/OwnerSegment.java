package io.depinsim.core.engine.market;

import io.depinsim.core.ledger.Account;
import io.depinsim.core.world.OwnerTable;

/**
 * One cohort of owners on one network: rows {@code [firstRow, firstRow + owners.rows())} of the
 * network's provider table.
 *
 * @param owners who they are and what they have
 * @param cash their money, one row each
 * @param place of the network among those the cohort may serve, as in {@link OwnerTable#home()}
 * @param firstRow first row in the network's table
 * @param terms what their machines cost and give
 * @param outage share of machines that are down in a market period
 * @param project whether the machines are the project's
 * @param entity identity of cohort and network together, key of draws of outages
 */
public record OwnerSegment(
    OwnerTable owners,
    Account cash,
    int place,
    int firstRow,
    MachineStrategy.Terms terms,
    double outage,
    boolean project,
    long entity) {

  /** Machines that serve the network now; a scan of all rows. */
  long machines() {
    long[] machines = owners.machines();
    long[] home = owners.home();
    long sum = 0;
    for (int row = 0; row < machines.length; row++) {
      sum += home[row] == place ? machines[row] : 0;
    }
    return sum;
  }

  /** Machines on order by owners who have chosen this network; a scan of all rows. */
  long ordered() {
    long[] ordered = owners.ordered();
    long[] home = owners.home();
    long sum = 0;
    for (int row = 0; row < ordered.length; row++) {
      sum += home[row] == place ? ordered[row] : 0;
    }
    return sum;
  }

  /**
   * What machines that serve the network now cost to run, currency per month; a scan of all rows.
   */
  double runningCost() {
    double[] each = owners.runningCost();
    long[] machines = owners.machines();
    long[] home = owners.home();
    double sum = 0;
    for (int row = 0; row < each.length; row++) {
      sum += home[row] == place ? each[row] * machines[row] : 0;
    }
    return sum;
  }
}
