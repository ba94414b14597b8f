package io.depinsim.core.engine;

import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.CliffVesting;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.List;

/** Holder of tokens that exist from the start and unlock by a fixed plan. */
public final class GenesisHolder implements StateOwner {

  /** What has vested, given when the clock of the plan began. */
  @FunctionalInterface
  public interface UnlockPlan {
    /**
     * Minor units vested by a time.
     *
     * @param nowMicros microseconds since the start
     * @param originMicros when the clock began
     */
    long vestedBy(long nowMicros, long originMicros);
  }

  private final Account locked;
  private final Account wallet;
  private final UnlockPlan plan;
  private final long allotted;
  private final boolean fromLaunch;
  private final long[] origin;

  private GenesisHolder(
      Account locked, Account wallet, UnlockPlan plan, long allotted, boolean fromLaunch) {
    this.locked = locked;
    this.wallet = wallet;
    this.plan = plan;
    this.allotted = allotted;
    this.fromLaunch = fromLaunch;
    this.origin = new long[] {fromLaunch ? LifeStage.NEVER : 0};
  }

  /**
   * A holder whose tokens unlock by dates.
   *
   * @param locked what has not vested
   * @param wallet what has
   * @param plan what vests when, counted over everything the holder was ever allotted
   * @param allotted sum of the plan, minor units
   */
  public static GenesisHolder byDates(
      Account locked, Account wallet, List<CliffVesting> plan, long allotted) {
    List<CliffVesting> kept = List.copyOf(plan);
    return new GenesisHolder(
        locked, wallet, (now, origin) -> CliffVesting.vestedBy(kept, now), allotted, false);
  }

  /** A holder whose clock begins with the launch, or when the tokens are sold if that is later. */
  public static GenesisHolder fromLaunch(
      Account locked, Account wallet, UnlockPlan plan, long allotted) {
    return new GenesisHolder(locked, wallet, plan, allotted, true);
  }

  /** What has not vested. */
  public Account locked() {
    return locked;
  }

  /** Where vested tokens go. */
  public Account wallet() {
    return wallet;
  }

  /** Minor units ever allotted. */
  public long allotted() {
    return allotted;
  }

  /** Whether the clock waits for the launch. */
  public boolean waitsForLaunch() {
    return fromLaunch && origin[0] == LifeStage.NEVER;
  }

  /** The clock begins. */
  public void begin(long nowMicros) {
    if (fromLaunch) {
      origin[0] = nowMicros;
    }
  }

  /** Minor units released so far. */
  public long released() {
    return allotted - locked.total();
  }

  /** Minor units to release so that all that has vested by now is out. */
  public long due(long nowMicros) {
    return origin[0] == LifeStage.NEVER ? 0 : plan.vestedBy(nowMicros, origin[0]) - released();
  }

  @Override
  public void visitState(StateVisitor visitor) {
    if (fromLaunch) {
      visitor.longs("origin", origin, 1);
    }
  }
}
