package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.incentive.GasBurn;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.state.StateVisitor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gas in a run: senders withhold messages as the base fee rises, and the base fee moves every epoch
 * by {@link BaseFee}.
 *
 * <p>A day's wanted gas W is what activations, proofs and other messages would use if gas were
 * free. At base fee b the share 1 / (1 + b / h) of it is sent, h the fee at which half stay away.
 * An epoch burns b times the gas used, plus the over-estimation burn of {@link GasOutputs}' rule
 * for a gas limit a fixed factor above use. Draws no random numbers. Cost: 2,880 steps a day.
 *
 * @see BaseFee
 * @see GasOutputs
 */
public final class MessageGas implements GasBurn {
  private static final int BLOCKS = ExpectedConsensus.MAINNET_EXPECTED_WINS;
  private static final double CAPACITY = (double) BLOCKS * BaseFee.GAS_LIMIT_PER_BLOCK;
  private static final double FULL = 0.8;
  private static final double ATTO_PER_FIL = 1e18;

  private final Spec spec;
  private final TreeMap<Long, Double> perActivation = new TreeMap<>();
  private final TreeMap<Long, Double> other = new TreeMap<>();
  private final double overBurnShare;
  private final long[] baseFeeAtto = new long[1];

  /** How the base fee moves. */
  public enum Rule {
    /** Toward a target of gas per block. */
    targetGas,
    /** By the 20th percentile of tips (FIP-0115). */
    tipPercentile
  }

  /**
   * Parameters of {@code gas: {baseFee: …}}.
   *
   * @param rule how the base fee moves
   * @param baseFeeAtStart base fee when the scenario starts
   * @param gasPerActivation gas to activate a sector, from each day on
   * @param gasPerProof gas to prove a sector for a day
   * @param otherGas wanted gas per day of all other messages, from each day on
   * @param halfDemandFee base fee at which half of the wanted gas stays away
   * @param limitOverUsed gas limit over gas used
   * @param tipShare share of what a sender would pay above the base fee that it bids as tip
   */
  public record Spec(
      Rule rule,
      @InRange(atLeast = "0", atMost = "100000000000000000") @InUnit("attoFIL")
          double baseFeeAtStart,
      @InRange(atLeast = "0") @InUnit("gas") Map<LocalDate, Double> gasPerActivation,
      @InRange(atLeast = "0") @InUnit("gas") double gasPerProof,
      @InRange(atLeast = "0") @InUnit("gas") Map<LocalDate, Double> otherGas,
      @InRange(above = "0", atMost = "100000000000000000") @InUnit("attoFIL") double halfDemandFee,
      @InRange(atLeast = "1") @InUnit("1") double limitOverUsed,
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double tipShare) {
    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if a series is empty
     */
    public Spec {
      requireSteps("gasPerActivation", gasPerActivation);
      requireSteps("otherGas", otherGas);
    }

    private static void requireSteps(String field, Map<LocalDate, Double> steps) {
      if (steps.isEmpty()) {
        throw new IllegalArgumentException(field + ": must hold at least one day.");
      }
    }
  }

  /** The rule of a spec. */
  public MessageGas(Spec spec, BuildContext context) {
    this.spec = spec;
    spec.gasPerActivation()
        .forEach((day, gas) -> perActivation.put(SectorPledge.micros(day, context), gas));
    spec.otherGas().forEach((day, gas) -> other.put(SectorPledge.micros(day, context), gas));
    double over = spec.limitOverUsed();
    this.overBurnShare = (over - 1) * Math.min(Math.max(over - 1.1, 0), 1);
    baseFeeAtto[0] = Math.round(spec.baseFeeAtStart());
  }

  @Override
  public double burnOfDay(long nowMicros, double activatedUnits, double provenUnits) {
    double wantedPerDay =
        activatedUnits * at(perActivation, nowMicros)
            + provenUnits * spec.gasPerProof()
            + at(other, nowMicros);
    double wantedLimit = wantedPerDay / ChainTime.EPOCHS_PER_DAY * spec.limitOverUsed();
    double burntAtto = 0;
    for (int epoch = 0; epoch < ChainTime.EPOCHS_PER_DAY; epoch++) {
      long fee = baseFeeAtto[0];
      double limit = Math.min(sent(wantedLimit, fee), CAPACITY);
      burntAtto += fee * (limit / spec.limitOverUsed()) * (1 + overBurnShare);
      baseFeeAtto[0] =
          spec.rule() == Rule.targetGas
              ? BaseFee.next(fee, (long) limit, BLOCKS)
              : BaseFee.nextFip0115(fee, percentile20Tip(wantedLimit, fee));
    }
    return burntAtto / ATTO_PER_FIL;
  }

  private double sent(double wanted, double fee) {
    return wanted / (1 + fee / spec.halfDemandFee());
  }

  /**
   * Tip of the sender at the 20th percentile of block space; 0 while more than a fifth of it is
   * empty.
   */
  private long percentile20Tip(double wanted, long fee) {
    if (sent(wanted, fee) < FULL * CAPACITY) {
      return 0;
    }
    double willingToPay = spec.halfDemandFee() * (wanted / (FULL * CAPACITY) - 1);
    return (long) (spec.tipShare() * Math.max(0, willingToPay - fee));
  }

  private static double at(TreeMap<Long, Double> steps, long micros) {
    Map.Entry<Long, Double> step = steps.floorEntry(micros);
    return step == null ? steps.firstEntry().getValue() : step.getValue();
  }

  @Override
  public List<Gauge> gauges() {
    return List.of(
        new Gauge(
            new MetricDefinition(
                "baseFee",
                "Base fee",
                "nanoFIL",
                "base fee per gas after the day's last epoch",
                "Fees",
                Direction.NEITHER),
            () -> baseFeeAtto[0] / 1e9));
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("baseFeeAtto", baseFeeAtto, 1);
  }
}
