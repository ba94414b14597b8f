package io.depinsim.core.ledger;

/** What an account is for; supply is reported by these classes. */
public enum AccountClass {
  /** Where new tokens come from; its balance is minus everything ever minted. */
  MINT,
  /** Where destroyed tokens end; its balance is everything ever burned. */
  BURN,
  /** The rest of the world, for assets like USD; its balance is minus what is inside the model. */
  OUTSIDE,
  /** Allocations of the opening that have not vested. */
  GENESIS_VESTING,
  /** Held back for later emission or by the foundation, outside circulation. */
  RESERVE,
  /** Spendable funds of a protocol or a community. */
  TREASURY,
  /** Spendable funds of anybody else. */
  WALLET,
  /** Earned but not yet released. */
  REWARD_VESTING,
  /** Stake and pledge: locked against a duty. */
  COLLATERAL,
  /** Liquidity of an exchange. */
  POOL;

  /** Whether money enters or leaves the model here. The ledger opens these accounts itself. */
  public boolean isEndOfTheWorld() {
    return this == MINT || this == BURN || this == OUTSIDE;
  }

  /** Whether a balance below zero is right: only where money comes from. */
  public boolean mayBeNegative() {
    return this == MINT || this == OUTSIDE;
  }
}
