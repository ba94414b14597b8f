package io.depinsim.core.engine.market;

import io.depinsim.core.engine.GenesisHolder;
import io.depinsim.core.engine.LifeStage;
import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.NetworkAccounts;
import io.depinsim.core.engine.NetworkRules;
import io.depinsim.core.incentive.CapacityShare;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.ledger.RollingVesting;
import io.depinsim.core.random.Streams;
import io.depinsim.core.world.ProviderTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The network under a small market: a token, emission by capacity, and who holds tokens at the
 * start.
 */
record TokenNetwork(Network network, Map<String, GenesisHolder> holders) {

  static TokenNetwork of(SmallMarket spec, long[] entity, Ledger ledger, Streams streams) {
    NetworkAccounts a = new NetworkAccounts(ledger, spec.name, spec.token, entity.length);
    RollingVesting lock = new RollingVesting(entity.length, 1);
    ledger.claimRows(a.rewardLock(), lock::locked);
    ledger.claim(a.collateral(), () -> 0);
    ledger.mint(
        a.genesis(), a.holders(), 0, spec.token.toMinorRounded(spec.held + spec.poolTokens));
    if (spec.minedBefore > 0) {
      ledger.mint(a.minted(), a.wallet(), 0, spec.token.toMinorRounded(spec.minedBefore));
    }
    Map<String, GenesisHolder> held = new LinkedHashMap<>();
    spec.allocations.forEach((who, part) -> held.put(who, holder(spec, a, who, part)));
    NetworkRules rules =
        new NetworkRules(
            spec.emission,
            new CapacityShare(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Network network =
        new Network(
            spec.name,
            0,
            new ProviderTable(1, entity),
            List.of(),
            a,
            rules,
            List.copyOf(held.values()),
            lock,
            streams,
            spec.lifecycle.isPresent() ? LifeStage.inception() : LifeStage.launchedAtStart());
    return new TokenNetwork(network, held);
  }

  private static GenesisHolder holder(
      SmallMarket spec, NetworkAccounts a, String who, SmallMarket.Allocation part) {
    Asset token = spec.token;
    long minor = token.toMinorRounded(part.tokens());
    Account locked =
        a.ledger().open(spec.name + ".genesis." + who, token, AccountClass.GENESIS_VESTING, 1);
    a.ledger().mint(a.genesis(), locked, 0, minor);
    Account wallet =
        part.sells() == null
            ? a.holders()
            : a.ledger().open(spec.name + ".holders." + who, token, AccountClass.WALLET, 1);
    GenesisHolder holder = GenesisHolder.fromLaunch(locked, wallet, part.plan(), minor);
    if (!part.fromLaunch()) {
      // A plan by dates is one whose clock begins with the run.
      holder.begin(0);
    }
    return holder;
  }
}
