package io.depinsim.core.engine;

import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.Flow;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.ledger.RollingVesting;

/**
 * Takes what providers owe the network and burns it.
 *
 * <p>Penalties come from locked rewards, those due soonest first, then from the wallet; what is
 * still owed becomes debt that the next income pays. Purchases (collateral, gas) come from the
 * wallet; what is missing is bought from holders.
 */
final class FeeCollector {
  private final Network network;
  private final Ledger ledger;
  private final Account burn;
  private final RollingVesting lock;
  private final long[] fromLock;
  private final long[] fromWallet;
  private final long[] shortfall;
  private final ClampTelemetry.Clamp debtClamp;

  FeeCollector(Network network, ClampTelemetry clamps) {
    this.network = network;
    this.ledger = network.accounts().ledger();
    this.burn = ledger.burnAccount(network.accounts().asset());
    this.lock = network.rewardLock();
    int rows = network.providers().rows();
    this.fromLock = new long[rows];
    this.fromWallet = new long[rows];
    this.shortfall = new long[rows];
    this.debtClamp = clamps.declare(network.name() + ".feeDebt");
  }

  /**
   * Charges penalties.
   *
   * @param due minor units per row
   */
  void charge(Flow flow, long[] due) {
    long[] debt = network.providers().feeDebt();
    Account wallet = network.accounts().wallet();
    for (int row = 0; row < due.length; row++) {
      long owed = due[row];
      long locked = owed == 0 ? 0 : lock.takeSoonest(row, Math.min(owed, lock.locked(row)));
      long free = Math.min(owed - locked, wallet.balance(row));
      fromLock[row] = locked;
      fromWallet[row] = free;
      debt[row] += owed - locked - free;
      if (owed > 0) {
        debtClamp.note(owed > locked + free);
      }
    }
    ledger.collect(flow, network.accounts().rewardLock(), fromLock, burn);
    ledger.collect(flow, wallet, fromWallet, burn);
  }

  /** Pays open debt from wallets, booked as {@code flow}. */
  void payDebt(Flow flow) {
    if (network.segments().isEmpty()) {
      return;
    }
    long[] debt = network.providers().feeDebt();
    Account wallet = network.accounts().wallet();
    for (int row = 0; row < debt.length; row++) {
      fromWallet[row] = Math.min(debt[row], wallet.balance(row));
      debt[row] -= fromWallet[row];
    }
    ledger.collect(flow, wallet, fromWallet, burn);
  }

  /**
   * What rows would have to buy to pay {@code need}.
   *
   * @return the sum over rows, minor units
   */
  long shortfall(long[] need) {
    Account wallet = network.accounts().wallet();
    long sum = 0;
    for (int row = 0; row < need.length; row++) {
      shortfall[row] = Math.max(0, need[row] - wallet.balance(row));
      sum += shortfall[row];
    }
    return sum;
  }

  /** Buys from holders what rows are short of {@code need}. */
  void buy(long[] need) {
    if (shortfall(need) > 0) {
      ledger.pay(
          network.accounts().bought(),
          network.accounts().holders(),
          shortfall,
          network.accounts().wallet());
    }
  }

  /** Burns {@code need} from wallets after buying what is missing. */
  void buyAndBurn(Flow flow, long[] need) {
    buy(need);
    ledger.collect(flow, network.accounts().wallet(), need, burn);
  }
}
