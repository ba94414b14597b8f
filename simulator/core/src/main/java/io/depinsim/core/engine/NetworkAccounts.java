package io.depinsim.core.engine;

import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Flow;
import io.depinsim.core.ledger.Ledger;

/**
 * Accounts and flows of one network's token.
 *
 * <p>Every account but the ends of the world is named {@code network.purpose}; columns have one row
 * per provider.
 */
public final class NetworkAccounts {
  private final Ledger ledger;
  private final Asset asset;
  private final Account holders;
  private final Account reserve;
  private final Account wallet;
  private final Account rewardLock;
  private final Account collateral;
  private final Flow genesis;
  private final Flow genesisVested;
  private final Flow minted;
  private final Flow rewardLocked;
  private final Flow rewardReleased;
  private final Flow bought;
  private final Flow pledged;
  private final Flow pledgeReturned;
  private final Flow faultFees;
  private final Flow terminationFees;
  private final Flow sectorFees;
  private final Flow lateFees;
  private final Flow gasBurnt;
  private final Flow burntBefore;
  private final Flow reserveDisbursed;

  /** Opens the accounts of a network with {@code rows} providers. */
  public NetworkAccounts(Ledger ledger, String network, Asset asset, int rows) {
    this.ledger = ledger;
    this.asset = asset;
    this.holders = ledger.open(network + ".holders", asset, AccountClass.WALLET, 1);
    this.reserve = ledger.open(network + ".reserve", asset, AccountClass.RESERVE, 1);
    this.wallet = ledger.open(network + ".providers.wallet", asset, AccountClass.WALLET, rows);
    this.rewardLock =
        ledger.open(network + ".providers.rewardLock", asset, AccountClass.REWARD_VESTING, rows);
    this.collateral =
        ledger.open(network + ".providers.collateral", asset, AccountClass.COLLATERAL, rows);
    this.genesis = ledger.flow(network + ".genesis", asset);
    this.genesisVested = ledger.flow(network + ".genesisVested", asset);
    this.minted = ledger.flow(network + ".minted", asset);
    this.rewardLocked = ledger.flow(network + ".rewardLocked", asset);
    this.rewardReleased = ledger.flow(network + ".rewardReleased", asset);
    this.bought = ledger.flow(network + ".boughtByProviders", asset);
    this.pledged = ledger.flow(network + ".pledged", asset);
    this.pledgeReturned = ledger.flow(network + ".pledgeReturned", asset);
    this.faultFees = ledger.flow(network + ".faultFees", asset);
    this.terminationFees = ledger.flow(network + ".terminationFees", asset);
    this.sectorFees = ledger.flow(network + ".sectorFees", asset);
    this.lateFees = ledger.flow(network + ".lateFees", asset);
    this.gasBurnt = ledger.flow(network + ".gasBurnt", asset);
    this.burntBefore = ledger.flow(network + ".burntBeforeStart", asset);
    this.reserveDisbursed = ledger.flow(network + ".reserveDisbursed", asset);
  }

  /** The ledger. */
  public Ledger ledger() {
    return ledger;
  }

  /** The network's token. */
  public Asset asset() {
    return asset;
  }

  /** Free tokens of everybody who is not a provider. */
  public Account holders() {
    return holders;
  }

  /** Tokens held back, outside circulation. */
  public Account reserve() {
    return reserve;
  }

  /** Free tokens of providers, one row each. */
  public Account wallet() {
    return wallet;
  }

  /** Rewards earned and not yet released, one row each. */
  public Account rewardLock() {
    return rewardLock;
  }

  /** Collateral behind active capacity, one row each. */
  public Account collateral() {
    return collateral;
  }

  /** Tokens that exist from the start, into their holders' locked accounts. */
  public Flow genesis() {
    return genesis;
  }

  /** Releases of genesis allocations. */
  public Flow genesisVested() {
    return genesisVested;
  }

  /** Emission, that of before the start included. */
  public Flow minted() {
    return minted;
  }

  /** Rewards into the lock. */
  public Flow rewardLocked() {
    return rewardLocked;
  }

  /** Rewards out of the lock. */
  public Flow rewardReleased() {
    return rewardReleased;
  }

  /** Tokens providers bought from holders because they were short. */
  public Flow bought() {
    return bought;
  }

  /** Collateral put up. */
  public Flow pledged() {
    return pledged;
  }

  /** Collateral given back. */
  public Flow pledgeReturned() {
    return pledgeReturned;
  }

  /** Burnt for failed proofs. */
  public Flow faultFees() {
    return faultFees;
  }

  /** Burnt for leaving early. */
  public Flow terminationFees() {
    return terminationFees;
  }

  /** Burnt as daily fee on capacity. */
  public Flow sectorFees() {
    return sectorFees;
  }

  /** Burnt as payment of fees that were owed from before. */
  public Flow lateFees() {
    return lateFees;
  }

  /** Burnt by messages. */
  public Flow gasBurnt() {
    return gasBurnt;
  }

  /** Burnt before the start. */
  public Flow burntBefore() {
    return burntBefore;
  }

  /** Reserve put into circulation. */
  public Flow reserveDisbursed() {
    return reserveDisbursed;
  }

  /** Tokens free to move: all wallets and exchanges of the asset, whole tokens. */
  public double circulating() {
    return asset.toTokensRounded(
        ledger.total(asset, AccountClass.WALLET) + ledger.total(asset, AccountClass.POOL));
  }
}
