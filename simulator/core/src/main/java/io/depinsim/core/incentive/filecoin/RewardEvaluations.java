package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.scenario.Evaluation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The chain's per-epoch reward and its actor as evaluations. */
public final class RewardEvaluations {
  private static final long MOST_EPOCHS = 20L * ChainTime.EPOCHS_PER_YEAR;
  private static final int MOST_ROWS = 100_000;
  private static final int THETA_PLACES = 12;

  private RewardEvaluations() {}

  /** Rows of this group. */
  static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "epochReward",
            "Reward of one epoch for five wins, from the epoch and effective time before and"
                + " after.",
            "specs-actors @985cd0fa, reward logic and golden files",
            Epoch.class,
            Reward.class,
            RewardEvaluations::reward,
            new Epoch(0L, BigDecimal.ZERO, BigDecimal.ONE, null, null)),
        new Evaluation<>(
            "rewardActor",
            "The reward actor stepped epoch by epoch over a path of raw power, with the chain's"
                + " integers.",
            "go-state-types @8b01cf99, builtin/v18 reward",
            ActorPath.class,
            ActorSamples.class,
            RewardEvaluations::actor,
            new ActorPath(
                List.of(new PowerAtEpoch(0L, BigInteger.ONE.shiftLeft(60))),
                Interpolation.step,
                List.of(0L, 1L, 2880L))),
        new Evaluation<>(
            "alphaBetaFilter",
            "Smoothed estimate of a quantity after observations at equal distances, in Q.128"
                + " integers.",
            "go-state-types @8b01cf99, smoothing",
            Filter.class,
            Filtered.class,
            RewardEvaluations::filtered,
            new Filter(
                new BigInteger("100000000000000000000"),
                BigInteger.ZERO,
                null,
                null,
                new BigInteger("50000000000000000000"),
                1L,
                1L)));
  }

  /**
   * One epoch. Effective time is given in epochs or in Q.128.
   *
   * @param epoch e, epochs since genesis
   * @param effectiveEpochsBefore theta before the epoch
   * @param effectiveEpochsAfter theta after it
   * @param effectiveEpochsBeforeQ128 theta before, times 2^128, instead of the decimal
   * @param effectiveEpochsAfterQ128 theta after, times 2^128, instead of the decimal
   */
  public record Epoch(
      Long epoch,
      BigDecimal effectiveEpochsBefore,
      BigDecimal effectiveEpochsAfter,
      BigInteger effectiveEpochsBeforeQ128,
      BigInteger effectiveEpochsAfterQ128) {}

  /**
   * What the epoch pays.
   *
   * @param simpleFil the time part
   * @param baselineFil the baseline part
   * @param totalFil both, rounded down once: what the chain stores
   * @param perWinFil a fifth of it
   */
  public record Reward(
      BigDecimal simpleFil, BigDecimal baselineFil, BigDecimal totalFil, BigDecimal perWinFil) {}

  /** How raw power runs between knots. */
  public enum Interpolation {
    /** Each knot holds until the next. */
    step,
    /** Straight lines, rounded down to bytes. */
    linear
  }

  /**
   * A path of raw power.
   *
   * @param rawPower knots, the first at epoch 0, ascending; flat after the last
   * @param interpolation between knots; default step
   * @param sampleEpochs epochs to report, ascending
   */
  public record ActorPath(
      List<PowerAtEpoch> rawPower, Interpolation interpolation, List<Long> sampleEpochs) {}

  /**
   * Raw power of the network from an epoch on.
   *
   * @param epoch epoch
   * @param bytes raw byte power
   */
  public record PowerAtEpoch(Long epoch, BigInteger bytes) {}

  /**
   * The actor at the epochs asked for.
   *
   * @param samples one row per sampled epoch
   */
  public record ActorSamples(List<ActorSample> samples) {}

  /**
   * State of the actor after an epoch.
   *
   * @param epoch epoch
   * @param rawBytes raw power fed to it
   * @param baselineBytes baseline power
   * @param cumulativeRealizedByteEpochs sum of min(raw, baseline)
   * @param cumulativeBaselineByteEpochs sum of b(1)..b(ceiling)
   * @param effectiveEpochsCeiling whole effective epochs begun
   * @param effectiveEpochs theta, to 12 places
   * @param epochRewardFil reward of the epoch for five wins, good to 15 digits ({@code epochReward}
   *     gives all)
   * @param cumulativeRewardFil sum of rewards, five wins in every epoch, good to 15 digits
   * @param smoothedPositionQ128 filtered reward, attoFIL times 2^128, good to 15 digits
   * @param smoothedVelocityQ128 its change per epoch, attoFIL times 2^128
   */
  public record ActorSample(
      long epoch,
      BigInteger rawBytes,
      BigInteger baselineBytes,
      BigInteger cumulativeRealizedByteEpochs,
      BigInteger cumulativeBaselineByteEpochs,
      long effectiveEpochsCeiling,
      BigDecimal effectiveEpochs,
      BigDecimal epochRewardFil,
      BigDecimal cumulativeRewardFil,
      BigInteger smoothedPositionQ128,
      BigInteger smoothedVelocityQ128) {}

  /**
   * A filter and what it sees next.
   *
   * @param position estimate so far, an integer; instead of {@code positionQ128}
   * @param velocity its change per epoch, an integer; default 0
   * @param positionQ128 estimate so far, times 2^128
   * @param velocityQ128 its change per epoch, times 2^128
   * @param observation the quantity as observed each time
   * @param epochsBetween epochs between observations; default 1
   * @param observations how often it is observed; default 1
   */
  public record Filter(
      BigInteger position,
      BigInteger velocity,
      BigInteger positionQ128,
      BigInteger velocityQ128,
      BigInteger observation,
      Long epochsBetween,
      Long observations) {}

  /**
   * The filter afterwards.
   *
   * @param positionQ128 estimate, times 2^128
   * @param velocityQ128 its change per epoch, times 2^128
   * @param position estimate rounded down
   */
  public record Filtered(BigInteger positionQ128, BigInteger velocityQ128, BigInteger position) {}

  private static Reward reward(Epoch in) {
    long epoch = Door.within("epoch", in.epoch(), 0, 4 * MOST_EPOCHS);
    BigInteger before =
        theta("effectiveEpochsBefore", in.effectiveEpochsBefore(), in.effectiveEpochsBeforeQ128());
    BigInteger after =
        theta("effectiveEpochsAfter", in.effectiveEpochsAfter(), in.effectiveEpochsAfterQ128());
    if (after.compareTo(before) < 0) {
      throw Door.refusal(
          "effectiveEpochsAfter",
          Q128.toDecimal(after, THETA_PLACES),
          "must not be less than effectiveEpochsBefore",
          "the two are swapped");
    }
    BigInteger total = EpochReward.totalAtto(epoch, before, after);
    return new Reward(
        AttoFil.toFil(EpochReward.simpleAtto(epoch)),
        AttoFil.toFil(EpochReward.baselineAtto(before, after)),
        AttoFil.toFil(total),
        AttoFil.toFil(total.divide(BigInteger.valueOf(ExpectedConsensus.MAINNET_EXPECTED_WINS))));
  }

  private static BigInteger theta(String field, BigDecimal epochs, BigInteger q128) {
    if (epochs != null && q128 != null) {
      throw Door.refusal(field, epochs, "and " + field + "Q128 say the same; give one", "");
    }
    BigInteger theta = q128 == null ? Q128.of(Door.required(field, epochs)) : q128;
    long most = 4 * MOST_EPOCHS;
    if (theta.signum() < 0 || theta.compareTo(BigInteger.valueOf(most).shiftLeft(128)) > 0) {
      throw Door.refusal(
          field,
          Q128.toDecimal(theta, THETA_PLACES),
          "must be from 0 to " + most + " epochs",
          "a Q.128 number was given as a decimal");
    }
    return theta;
  }

  private static ActorSamples actor(ActorPath in) {
    List<PowerAtEpoch> knots = checkedKnots(in);
    List<Long> epochs = Door.someOf("sampleEpochs", in.sampleEpochs(), MOST_ROWS);
    boolean linear = in.interpolation() == Interpolation.linear;
    List<ActorSample> samples = new ArrayList<>();
    int knot = 0;
    RewardActor actor = RewardActor.genesis(knots.get(0).bytes());
    BigInteger power = knots.get(0).bytes();
    for (int i = 0; i < epochs.size(); i++) {
      long wanted = Door.within("sampleEpochs[" + i + "]", epochs.get(i), 0, MOST_EPOCHS);
      if (wanted < actor.epoch()) {
        throw Door.refusal("sampleEpochs[" + i + "]", wanted, "must not be before the last", "");
      }
      while (actor.epoch() < wanted) {
        long next = actor.epoch() + 1;
        while (knot + 1 < knots.size() && knots.get(knot + 1).epoch() <= next) {
          knot++;
        }
        power = powerAt(knots, knot, next, linear);
        actor = actor.next(power);
      }
      samples.add(sample(actor, power));
    }
    return new ActorSamples(samples);
  }

  private static List<PowerAtEpoch> checkedKnots(ActorPath in) {
    List<PowerAtEpoch> knots = Door.someOf("rawPower", in.rawPower(), MOST_ROWS);
    for (int i = 0; i < knots.size(); i++) {
      String field = "rawPower[" + i + "]";
      Door.bytes(field + ".bytes", knots.get(i).bytes());
      long least = i == 0 ? 0 : knots.get(i - 1).epoch() + 1;
      Door.within(field + ".epoch", knots.get(i).epoch(), least, i == 0 ? 0 : Long.MAX_VALUE);
    }
    return knots;
  }

  private static BigInteger powerAt(
      List<PowerAtEpoch> knots, int knot, long epoch, boolean linear) {
    PowerAtEpoch from = knots.get(knot);
    if (!linear || knot + 1 == knots.size()) {
      return from.bytes();
    }
    PowerAtEpoch to = knots.get(knot + 1);
    BigInteger before = from.bytes().multiply(BigInteger.valueOf(to.epoch() - epoch));
    BigInteger after = to.bytes().multiply(BigInteger.valueOf(epoch - from.epoch()));
    return before.add(after).divide(BigInteger.valueOf(to.epoch() - from.epoch()));
  }

  private static ActorSample sample(RewardActor actor, BigInteger power) {
    return new ActorSample(
        actor.epoch(),
        power,
        actor.baselineBytes(),
        actor.cumulativeRealizedByteEpochs(),
        actor.cumulativeBaselineByteEpochs(),
        actor.effectiveEpochsCeiling(),
        Q128.toDecimal(actor.effectiveEpochsQ128(), THETA_PLACES),
        AttoFil.toFil(actor.rewardAtto()),
        AttoFil.toFil(actor.cumulativeRewardAtto()),
        actor.smoothedReward().positionQ128(),
        actor.smoothedReward().velocityQ128());
  }

  private static Filtered filtered(Filter in) {
    BigInteger position = in.positionQ128();
    if (position == null) {
      position = Q128.of(Door.required("position", in.position()));
    }
    BigInteger velocity = in.velocityQ128();
    if (velocity == null) {
      velocity = in.velocity() == null ? BigInteger.ZERO : Q128.of(in.velocity());
    }
    BigInteger seen = Door.required("observation", in.observation());
    Long gap = in.epochsBetween() == null ? Long.valueOf(1) : in.epochsBetween();
    Long times = in.observations() == null ? Long.valueOf(1) : in.observations();
    Door.within("epochsBetween", gap, 1, MOST_EPOCHS);
    Door.within("observations", times, 0, MOST_EPOCHS);
    AlphaBetaFilter filter = new AlphaBetaFilter(position, velocity);
    for (long i = 0; i < times; i++) {
      filter = filter.next(seen, gap);
    }
    return new Filtered(filter.positionQ128(), filter.velocityQ128(), filter.position());
  }
}
