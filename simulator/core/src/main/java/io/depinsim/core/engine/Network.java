package io.depinsim.core.engine;

import io.depinsim.core.incentive.NetworkConditions;
import io.depinsim.core.ledger.RollingVesting;
import io.depinsim.core.random.Streams;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.world.ProviderTable;
import java.util.ArrayList;
import java.util.List;

/**
 * One network of the world: its providers, its money, its rules, and today's figures.
 *
 * <p>Mutable figures live in one column so that digests see them.
 */
public final class Network implements StateOwner {
  private static final int MINT_PER_DAY = 0;
  private static final int OFFERED = 1;
  private static final int ADDED = 2;
  private static final int EXTENDED = 3;
  private static final int EXPIRED = 4;
  private static final int TERMINATED = 5;

  private final String name;
  private final double unitBytes;
  private final ProviderTable providers;
  private final List<NetworkSegment> segments;
  private final NetworkAccounts accounts;
  private final NetworkRules rules;
  private final List<GenesisHolder> genesis;
  private final RollingVesting rewardLock;
  private final Streams streams;
  private final LifeStage stage;
  private final List<SettledMarket> market = new ArrayList<>(1);
  private final double[] figures = new double[6];
  private final long[] lastEpoch = new long[1];

  /**
   * A network from its parts.
   *
   * @param unitBytes bytes of one capacity unit; 0 if capacity is simply counted
   * @param rewardLock schedule of locked rewards, one row per provider
   * @param stage how far it has come
   */
  public Network(
      String name,
      double unitBytes,
      ProviderTable providers,
      List<NetworkSegment> segments,
      NetworkAccounts accounts,
      NetworkRules rules,
      List<GenesisHolder> genesis,
      RollingVesting rewardLock,
      Streams streams,
      LifeStage stage) {
    this.name = name;
    this.unitBytes = unitBytes;
    this.providers = providers;
    this.segments = List.copyOf(segments);
    this.accounts = accounts;
    this.rules = rules;
    this.genesis = List.copyOf(genesis);
    this.rewardLock = rewardLock;
    this.streams = streams;
    this.stage = stage;
    figures[MINT_PER_DAY] = stage.launched() ? rules.emission().perDayNow(providers.totalRaw()) : 0;
  }

  /** Key in the scenario. */
  public String name() {
    return name;
  }

  /** Bytes of one capacity unit; 0 if capacity is simply counted. */
  public double unitBytes() {
    return unitBytes;
  }

  /** Its providers. */
  public ProviderTable providers() {
    return providers;
  }

  /** Its cohorts, in row order. */
  public List<NetworkSegment> segments() {
    return segments;
  }

  /** Its money. */
  public NetworkAccounts accounts() {
    return accounts;
  }

  /** Its rules. */
  public NetworkRules rules() {
    return rules;
  }

  /** Holders of genesis tokens. */
  public List<GenesisHolder> genesis() {
    return genesis;
  }

  /** Schedule of locked rewards. */
  public RollingVesting rewardLock() {
    return rewardLock;
  }

  /** Random numbers of the run. */
  public Streams streams() {
    return streams;
  }

  /** How far it has come. */
  public LifeStage stage() {
    return stage;
  }

  /** What settlements need to know of its markets. */
  public SettledMarket market() {
    return market.isEmpty() ? SettledMarket.NONE : market.get(0);
  }

  /** Gives it markets, once and before time starts. */
  public void openMarket(SettledMarket opened) {
    market.add(opened);
  }

  /** What rules look at, as things stand. */
  public NetworkConditions conditions(long nowMicros) {
    return new NetworkConditions(
        nowMicros,
        figures[MINT_PER_DAY],
        providers.totalQuality(),
        rules.emission().targetUnits(),
        accounts.circulating());
  }

  /**
   * Emission offered per day, whole tokens, by the latest settlement; before the first one, what is
   * on offer at the start.
   */
  public double mintPerDay() {
    return figures[MINT_PER_DAY];
  }

  /** When the latest epoch ended, microseconds since the start. */
  public long lastEpochMicros() {
    return lastEpoch[0];
  }

  /** Notes that an epoch ends now. */
  void epochEnds(long nowMicros) {
    lastEpoch[0] = nowMicros;
  }

  /** Notes the emission a settlement offered and its length. */
  void offered(double tokens, double days) {
    figures[OFFERED] += tokens;
    figures[MINT_PER_DAY] = tokens / days;
  }

  /** Emission offered since the start, whole tokens. */
  public double offeredTotal() {
    return figures[OFFERED];
  }

  /** Adds today's movements of capacity to the running totals, raw units. */
  void moved(long added, long extended, long expired, long terminated) {
    figures[ADDED] += added;
    figures[EXTENDED] += extended;
    figures[EXPIRED] += expired;
    figures[TERMINATED] += terminated;
  }

  /** Raw units added since the start. */
  public double addedTotal() {
    return figures[ADDED];
  }

  /** Raw units extended since the start. */
  public double extendedTotal() {
    return figures[EXTENDED];
  }

  /** Raw units that ended with their commitment since the start. */
  public double expiredTotal() {
    return figures[EXPIRED];
  }

  /** Raw units that left early since the start. */
  public double terminatedTotal() {
    return figures[TERMINATED];
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("figures", figures, figures.length);
    visitor.longs("lastEpoch", lastEpoch, 1);
    providers.visitState(visitor);
  }
}
