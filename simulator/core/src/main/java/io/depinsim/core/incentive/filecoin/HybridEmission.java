package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.incentive.Emission;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import java.time.Instant;
import java.util.List;

/**
 * Filecoin's emission in a run: {@link SimplePlusBaselineMinting} stepped by whole periods, capped
 * power integrated exactly within each. Draws no random numbers.
 *
 * @see SimplePlusBaselineMinting
 */
public final class HybridEmission implements Emission {
  private static final double EIB = 0x1p60;
  private static final int SPACETIME = 0;
  private static final int EPOCH = 1;

  private final SimplePlusBaselineMinting minting;
  private final double startEpoch;

  /** Spacetime in byte-epochs, and the present epoch. */
  private final double[] state = new double[2];

  /**
   * Parameters of {@code emission: {simplePlusBaseline: …}}.
   *
   * @param genesis instant of the chain's epoch 0
   * @param simple tokens minted by the time part, ever
   * @param baseline tokens minted by the effective-time part, ever
   * @param halfLife of both parts, in years of 365 days
   * @param baselineAtGenesis baseline power at epoch 0
   * @param baselineGrowth growth of the baseline per year of 365 days; 100 % doubles it
   * @param realisedAtStart power below the baseline, summed over all epochs before the scenario
   *     starts, byte-epochs
   */
  public record Spec(
      Instant genesis,
      @InRange(atLeast = "0") @InUnit("asset") double simple,
      @InRange(atLeast = "0") @InUnit("asset") double baseline,
      @InRange(above = "0") @InUnit("1") double halfLife,
      @InRange(above = "0") @InUnit("B") double baselineAtGenesis,
      @InRange(above = "0 %") @InUnit("%") double baselineGrowth,
      @InRange(atLeast = "0") @InUnit("1") double realisedAtStart) {}

  /** The rule of a spec. */
  public HybridEmission(Spec spec, BuildContext context) {
    SectorUnit.require(context);
    this.minting =
        new SimplePlusBaselineMinting(
            spec.simple(),
            spec.baseline(),
            spec.halfLife(),
            spec.baselineAtGenesis(),
            spec.baselineGrowth());
    double seconds = context.start().getEpochSecond() - spec.genesis().getEpochSecond();
    this.startEpoch = seconds / ChainTime.SECONDS_PER_EPOCH;
    state[SPACETIME] = spec.realisedAtStart();
    state[EPOCH] = startEpoch;
  }

  @Override
  public double expected(Period period) {
    double from = epoch(period.fromMicros());
    double to = epoch(period.toMicros());
    double added =
        minting.cappedByteEpochs(
            from,
            to,
            period.unitsAtStart() * SectorUnit.BYTES,
            period.unitsAtEnd() * SectorUnit.BYTES);
    double theta = minting.effectiveEpochs(state[SPACETIME]);
    double thetaStep = minting.effectiveEpochsIncrement(state[SPACETIME], added);
    state[SPACETIME] += added;
    state[EPOCH] = to;
    return minting.simpleIncrementFil(from, to - from)
        + minting.baselineIncrementFil(theta, thetaStep);
  }

  @Override
  public double perDayNow(double units) {
    double baseline = minting.baselineBytes(state[EPOCH]);
    return minting.mintPerDayFil(
        state[EPOCH],
        minting.effectiveEpochs(state[SPACETIME]),
        Math.min(units * SectorUnit.BYTES, baseline));
  }

  @Override
  public double targetUnits() {
    return minting.baselineBytes(state[EPOCH]) / SectorUnit.BYTES;
  }

  @Override
  public List<Gauge> gauges() {
    return List.of(
        new Gauge(
            new MetricDefinition(
                "baselinePower",
                "Baseline",
                "EiB",
                "b0 (1 + growth)^t, t in years of 365 days since genesis",
                "Capacity",
                Direction.NEITHER),
            () -> minting.baselineBytes(state[EPOCH]) / EIB),
        new Gauge(
            new MetricDefinition(
                "effectiveTime",
                "Effective network time",
                "years",
                "ln(1 + g S / b0) / g, S the sum of min(raw power, baseline) over epochs",
                "Emission",
                Direction.NEITHER),
            () -> minting.effectiveEpochs(state[SPACETIME]) / ChainTime.EPOCHS_PER_YEAR));
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("spacetimeAndEpoch", state, state.length);
  }

  private double epoch(long micros) {
    return startEpoch + SimulatedTime.toSeconds(micros) / ChainTime.SECONDS_PER_EPOCH;
  }
}
