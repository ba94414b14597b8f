package io.depinsim.core.engine.market;

import io.depinsim.core.engine.GenesisHolder;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Flow;
import io.depinsim.core.scenario.GenesisSpec.SellsSpec;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;

/**
 * What one holder of genesis tokens hands in for sale after a settlement: a share of what has
 * unlocked since the last one, or more if its need for money asks for it at the present price.
 * Proceeds are spent in the outside world.
 */
public final class HolderSales implements StateOwner {
  private final GenesisHolder holder;
  private final SellsSpec spec;
  private final long[] seen = new long[1];

  /** Sales of a holder. */
  public HolderSales(GenesisHolder holder, SellsSpec spec) {
    this.holder = holder;
    this.spec = spec;
  }

  /**
   * Spends what the last sales brought and hands in what is to be sold until the next settlement.
   */
  void settle(
      SellOrders orders, int seller, Flow spent, Account outside, double price, double months) {
    orders.collect(spent, seller, outside, 0);
    if (price <= 0) {
      return;
    }
    long unlocked = holder.released() - seen[0];
    seen[0] = holder.released();
    Asset token = holder.wallet().asset();
    long have = holder.wallet().total();
    long needed =
        Math.min(
            have,
            token.toMinorRounded(
                Math.min(spec.need() * months / price, token.toTokensRounded(have))));
    long chosen = (long) StrictMath.floor(unlocked * spec.ofUnlocks());
    orders.place(seller, holder.wallet(), Math.min(have, Math.max(needed, chosen)));
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("seen", seen, 1);
  }
}
