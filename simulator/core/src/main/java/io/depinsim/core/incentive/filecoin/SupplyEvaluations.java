package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.scenario.Evaluation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reward vesting, circulating supply and deal collateral as evaluations. */
public final class SupplyEvaluations {
  private static final long MOST_EPOCHS = 1L << 40;
  private static final long MOST_REWARDS = 20_000;
  private static final int MOST_ROWS = 100_000;

  private SupplyEvaluations() {}

  /** Rows of this group. */
  static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "rewardVesting",
            "Locked and released part of block rewards at chosen epochs, with the chain's steps.",
            "specs-actors @985cd0fa, vesting funds; FIP-0004",
            Rewards.class,
            VestingSamples.class,
            SupplyEvaluations::vesting,
            new Rewards(
                List.of(new RewardAtEpoch(0L, new BigDecimal("100"), 250L, 2880L)),
                0L,
                List.of(0L, 5760L, 8640L, 521_280L, 720_000L))),
        new Evaluation<>(
            "circulatingSupply",
            "Circulating supply from vested, mined, burnt and locked FIL.",
            "lotus, supply.go; FIP-0065",
            Supply.class,
            Circulating.class,
            SupplyEvaluations::circulating,
            new Supply(
                new BigDecimal("525270000"),
                new BigDecimal("394820000"),
                new BigDecimal("17070000"),
                new BigDecimal("40910000"),
                new BigDecimal("114290000"),
                null)),
        new Evaluation<>(
            "dealCollateral",
            "Least collateral of a provider for a storage deal.",
            "go-state-types @8b01cf99, market policy",
            Deal.class,
            Collateral.class,
            SupplyEvaluations::collateral,
            new Deal(
                BigInteger.ONE.shiftLeft(35),
                new BigInteger("3458764513820540928"),
                new BigInteger("2882303761517117440"),
                new BigDecimal("10000000"))));
  }

  /**
   * Rewards of one miner.
   *
   * @param rewards rewards in any order
   * @param provingPeriodStart epoch at which some proving period of the miner starts; default 0
   * @param sampleEpochs epochs to report, ascending
   */
  public record Rewards(
      List<RewardAtEpoch> rewards, Long provingPeriodStart, List<Long> sampleEpochs) {}

  /**
   * A reward, once or repeated.
   *
   * @param epoch epoch of the first
   * @param rewardFil reward and gas tips together; 75 % of it is locked
   * @param times how often it is paid; default 1
   * @param everyEpochs epochs between repetitions; default 2,880, a day
   */
  public record RewardAtEpoch(Long epoch, BigDecimal rewardFil, Long times, Long everyEpochs) {}

  /**
   * The miner at the epochs asked for.
   *
   * @param samples one row per sampled epoch
   */
  public record VestingSamples(List<VestingSample> samples) {}

  /**
   * The miner's rewards at an epoch, after what is due was released and the epoch's own rewards
   * were added.
   *
   * @param epoch epoch
   * @param unlockedSinceLastSampleFil released since the sample before
   * @param unlockedTotalFil released since the beginning
   * @param lockedOutstandingFil still locked
   * @param paidAtOnceFil the free quarter of all rewards so far
   */
  public record VestingSample(
      long epoch,
      BigDecimal unlockedSinceLastSampleFil,
      BigDecimal unlockedTotalFil,
      BigDecimal lockedOutstandingFil,
      BigDecimal paidAtOnceFil) {}

  /**
   * Parts of the supply.
   *
   * @param vestedFil genesis allocations that have vested
   * @param minedFil block rewards ever paid
   * @param reserveDisbursedFil what left the mining reserve; default 0
   * @param burntFil burnt
   * @param pledgeFil locked as pledge, deposits and unvested rewards
   * @param marketEscrowFil locked in the storage market; counted before FIP-0065 only, default 0
   */
  public record Supply(
      BigDecimal vestedFil,
      BigDecimal minedFil,
      BigDecimal reserveDisbursedFil,
      BigDecimal burntFil,
      BigDecimal pledgeFil,
      BigDecimal marketEscrowFil) {}

  /**
   * Circulating supply.
   *
   * @param circulatingSupplyFil never below 0
   * @param floorBinds whether the parts would give less than 0
   */
  public record Circulating(BigDecimal circulatingSupplyFil, boolean floorBinds) {}

  /**
   * A storage deal.
   *
   * @param pieceBytes size of the piece
   * @param networkRawBytes raw power of the network
   * @param baselineBytes baseline power
   * @param circulatingSupplyFil circulating supply
   */
  public record Deal(
      BigInteger pieceBytes,
      BigInteger networkRawBytes,
      BigInteger baselineBytes,
      BigDecimal circulatingSupplyFil) {}

  /**
   * Collateral of a deal.
   *
   * @param minimumCollateralFil least the provider must put up
   */
  public record Collateral(BigDecimal minimumCollateralFil) {}

  private static VestingSamples vesting(Rewards in) {
    TreeMap<Long, BigInteger> rewards = byEpoch(in);
    List<Long> epochs = Door.someOf("sampleEpochs", in.sampleEpochs(), MOST_ROWS);
    Long start = in.provingPeriodStart() == null ? Long.valueOf(0) : in.provingPeriodStart();
    Door.within("provingPeriodStart", start, -MOST_EPOCHS, MOST_EPOCHS);
    RewardVestingTable table = RewardVestingTable.empty(start);
    BigInteger locked = BigInteger.ZERO;
    BigInteger free = BigInteger.ZERO;
    BigInteger before = BigInteger.ZERO;
    List<VestingSample> samples = new ArrayList<>();
    for (int i = 0; i < epochs.size(); i++) {
      long least = i == 0 ? 0 : epochs.get(i - 1);
      long now = Door.within("sampleEpochs[" + i + "]", epochs.get(i), least, MOST_EPOCHS);
      while (!rewards.isEmpty() && rewards.firstKey() <= now) {
        long epoch = rewards.firstKey();
        BigInteger reward = rewards.remove(epoch);
        BigInteger share = RewardVestingTable.lockedShare(reward);
        table = table.lock(epoch, share);
        locked = locked.add(share);
        free = free.add(reward.subtract(share));
      }
      table = table.afterUnlocking(now);
      BigInteger released = locked.subtract(table.outstanding());
      samples.add(
          new VestingSample(
              now,
              AttoFil.toFil(released.subtract(before)),
              AttoFil.toFil(released),
              AttoFil.toFil(table.outstanding()),
              AttoFil.toFil(free)));
      before = released;
    }
    return new VestingSamples(samples);
  }

  private static TreeMap<Long, BigInteger> byEpoch(Rewards in) {
    TreeMap<Long, BigInteger> rewards = new TreeMap<>();
    List<RewardAtEpoch> rows = Door.someOf("rewards", in.rewards(), (int) MOST_REWARDS);
    for (int i = 0; i < rows.size(); i++) {
      RewardAtEpoch row = rows.get(i);
      String field = "rewards[" + i + "]";
      long epoch = Door.within(field + ".epoch", row.epoch(), 0, MOST_EPOCHS);
      BigInteger atto = Door.atto(field + ".rewardFil", row.rewardFil());
      Long times = row.times() == null ? Long.valueOf(1) : row.times();
      Long every =
          row.everyEpochs() == null ? Long.valueOf(ChainTime.EPOCHS_PER_DAY) : row.everyEpochs();
      Door.within(field + ".times", times, 1, MOST_REWARDS - rewards.size());
      Door.within(field + ".everyEpochs", every, 1, MOST_EPOCHS);
      for (long n = 0; n < times; n++) {
        rewards.merge(epoch + n * every, atto, BigInteger::add);
      }
    }
    return rewards;
  }

  private static Circulating circulating(Supply in) {
    BigDecimal reserve = Door.orElse(in.reserveDisbursedFil(), 0);
    BigDecimal escrow = Door.orElse(in.marketEscrowFil(), 0);
    BigDecimal issued =
        Door.amount("vestedFil", in.vestedFil())
            .add(Door.amount("minedFil", in.minedFil()))
            .add(Door.amount("reserveDisbursedFil", reserve));
    BigDecimal gone =
        Door.amount("burntFil", in.burntFil())
            .add(Door.amount("pledgeFil", in.pledgeFil()))
            .add(Door.amount("marketEscrowFil", escrow));
    BigDecimal supply =
        CirculatingSupply.fil(
            in.vestedFil(), in.minedFil(), reserve, in.burntFil(), in.pledgeFil(), escrow);
    return new Circulating(AttoFil.plain(supply), issued.compareTo(gone) < 0);
  }

  private static Collateral collateral(Deal in) {
    return new Collateral(
        AttoFil.toFil(
            DealCollateral.minimumAtto(
                Door.someBytes("pieceBytes", in.pieceBytes()),
                Door.bytes("networkRawBytes", in.networkRawBytes()),
                Door.bytes("baselineBytes", in.baselineBytes()),
                Door.atto("circulatingSupplyFil", in.circulatingSupplyFil()))));
  }
}
