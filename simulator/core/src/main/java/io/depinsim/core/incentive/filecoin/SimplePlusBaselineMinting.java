package io.depinsim.core.incentive.filecoin;

/**
 * Hybrid minting in closed form: a decaying part in time t, and a decaying part in an effective
 * time theta that runs only as fast as storage keeps up with a growing baseline.
 *
 * <p>With lambda = ln 2 / half-life, g = ln(1 + growth) and R the raw power: baseline b(t) = b0
 * exp(g t); spacetime S = ∫ min(R, b); theta = ln(1 + g S / b0) / g; minted M(t, theta) = simple·(1
 * - exp(-lambda t)) + baseline·(1 - exp(-lambda theta)).
 *
 * <p>Times are epochs of 30 s since genesis, as doubles; spacetime is in byte-epochs. Differences
 * are computed without cancellation, so increments of one epoch keep 15 digits.
 *
 * <p>The closed form agrees with the chain's per-epoch integers within 0.5 epoch in theta and 2e-7
 * in total minted ({@link RewardActor}).
 *
 * @param simpleTotalFil FIL ever minted by the time part
 * @param baselineTotalFil FIL ever minted by the effective-time part
 * @param halfLifeYears half-life of both parts, years of 365 days
 * @param baselineInitialBytes b0, baseline power at epoch 0
 * @param baselineGrowthPerYear growth of the baseline in a year; 1 doubles it; > 0
 * @see <a href="https://github.com/filecoin-project/specs">specs @3d0b0c14, minting model;
 *     constants of builtin-actors @b0a3bdd6, reward logic</a>
 */
public record SimplePlusBaselineMinting(
    double simpleTotalFil,
    double baselineTotalFil,
    double halfLifeYears,
    double baselineInitialBytes,
    double baselineGrowthPerYear) {

  /** Baseline power at genesis on mainnet, 2.88888888 decimal exabytes = 2.5057 EiB. */
  public static final long MAINNET_BASELINE_BYTES = 2_888_888_880_000_000_000L;

  /** Halvings of the bracket when looking for a crossing of power and baseline. */
  private static final int BISECTIONS = 60;

  public SimplePlusBaselineMinting {
    positive("simpleTotalFil", simpleTotalFil, true);
    positive("baselineTotalFil", baselineTotalFil, true);
    positive("halfLifeYears", halfLifeYears, false);
    positive("baselineInitialBytes", baselineInitialBytes, false);
    positive("baselineGrowthPerYear", baselineGrowthPerYear, false);
  }

  /** Mainnet: 330 M and 770 M FIL, half-life 6 years, baseline doubling every year. */
  public static SimplePlusBaselineMinting mainnet() {
    return new SimplePlusBaselineMinting(330e6, 770e6, 6, MAINNET_BASELINE_BYTES, 1);
  }

  /** lambda, decay per epoch. */
  public double decayPerEpoch() {
    return StrictMath.log(2) / (halfLifeYears * ChainTime.EPOCHS_PER_YEAR);
  }

  /** g, continuous growth of the baseline per epoch. */
  public double baselineGrowthPerEpoch() {
    return StrictMath.log1p(baselineGrowthPerYear) / ChainTime.EPOCHS_PER_YEAR;
  }

  /** b(t), baseline power in bytes. */
  public double baselineBytes(double epoch) {
    return baselineInitialBytes * StrictMath.exp(baselineGrowthPerEpoch() * epoch);
  }

  /** theta in epochs, from cumulated capped power in byte-epochs. */
  public double effectiveEpochs(double cumulativeByteEpochs) {
    double g = baselineGrowthPerEpoch();
    return StrictMath.log1p(g * cumulativeByteEpochs / baselineInitialBytes) / g;
  }

  /** Inverse of {@link #effectiveEpochs}: the byte-epochs that lead to theta. */
  public double cumulativeByteEpochs(double thetaEpochs) {
    double g = baselineGrowthPerEpoch();
    return baselineInitialBytes * StrictMath.expm1(g * thetaEpochs) / g;
  }

  /**
   * Growth of theta while the cumulated capped power grows.
   *
   * @param cumulativeByteEpochs before the step
   * @param addedByteEpochs during the step
   */
  public double effectiveEpochsIncrement(double cumulativeByteEpochs, double addedByteEpochs) {
    double g = baselineGrowthPerEpoch();
    double baselineAtTheta = baselineInitialBytes + g * cumulativeByteEpochs;
    return StrictMath.log1p(g * addedByteEpochs / baselineAtTheta) / g;
  }

  /** FIL minted by time t alone. */
  public double simpleMintedFil(double epoch) {
    return -simpleTotalFil * StrictMath.expm1(-decayPerEpoch() * epoch);
  }

  /** FIL minted by effective time theta alone. */
  public double baselineMintedFil(double thetaEpochs) {
    return -baselineTotalFil * StrictMath.expm1(-decayPerEpoch() * thetaEpochs);
  }

  /** M(t, theta): FIL minted by both parts. */
  public double mintedFil(double epoch, double thetaEpochs) {
    return simpleMintedFil(epoch) + baselineMintedFil(thetaEpochs);
  }

  /** FIL of the time part between {@code epoch} and {@code epoch + epochs}. */
  public double simpleIncrementFil(double epoch, double epochs) {
    return increment(simpleTotalFil, epoch, epochs);
  }

  /** FIL of the baseline part while theta grows by {@code addedTheta} from {@code theta}. */
  public double baselineIncrementFil(double theta, double addedTheta) {
    return increment(baselineTotalFil, theta, addedTheta);
  }

  /**
   * Expected mint per day at an instant: 2880 times the derivative of M.
   *
   * @param epoch t
   * @param thetaEpochs theta
   * @param cappedBytes min(raw power, baseline) at t
   */
  public double mintPerDayFil(double epoch, double thetaEpochs, double cappedBytes) {
    double lambda = decayPerEpoch();
    double simple = simpleTotalFil * StrictMath.exp(-lambda * epoch);
    double speed = cappedBytes / baselineBytes(thetaEpochs);
    double baseline = baselineTotalFil * StrictMath.exp(-lambda * thetaEpochs) * speed;
    return ChainTime.EPOCHS_PER_DAY * lambda * (simple + baseline);
  }

  /**
   * ∫ min(R, b) over a step in which raw power R is linear and the baseline exponential. Exact: the
   * step is split where the two cross (at most twice).
   *
   * @param fromEpoch start of the step
   * @param toEpoch its end, ≥ start
   * @param fromBytes R at the start, ≥ 0
   * @param toBytes R at the end, ≥ 0
   * @return byte-epochs
   */
  public double cappedByteEpochs(
      double fromEpoch, double toEpoch, double fromBytes, double toBytes) {
    double length = toEpoch - fromEpoch;
    if (!(length > 0)) {
      return 0;
    }
    double g = baselineGrowthPerEpoch();
    double start = baselineBytes(fromEpoch);
    Step step = new Step(start, g, fromBytes, (toBytes - fromBytes) / length, length);
    double first = step.excess(0);
    double last = step.excess(length);
    if (first >= 0 && last >= 0) {
      return step.underBaseline(0, length);
    }
    if (first >= 0) {
      double cross = step.crossing(0, length);
      return step.underBaseline(0, cross) + step.underPower(cross, length);
    }
    if (last >= 0) {
      double cross = step.crossing(length, 0);
      return step.underPower(0, cross) + step.underBaseline(cross, length);
    }
    double top = step.largestExcessAt();
    if (!(step.excess(top) > 0)) {
      return step.underPower(0, length);
    }
    double up = step.crossing(top, 0);
    double down = step.crossing(top, length);
    return step.underPower(0, up) + step.underBaseline(up, down) + step.underPower(down, length);
  }

  private double increment(double total, double from, double added) {
    double lambda = decayPerEpoch();
    return -total * StrictMath.exp(-lambda * from) * StrictMath.expm1(-lambda * added);
  }

  private static void positive(String field, double value, boolean zeroAllowed) {
    if (!(value > 0 || zeroAllowed && value == 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          field + ": " + value + " must be finite and " + (zeroAllowed ? "≥ 0." : "> 0."));
    }
  }

  /** One step: power {@code power + slope x} against baseline {@code start exp(g x)}. */
  private record Step(double start, double g, double power, double slope, double length) {
    /** Power minus baseline: concave in x, so it has at most two zeros. */
    double excess(double x) {
      return power + slope * x - start * StrictMath.exp(g * x);
    }

    double largestExcessAt() {
      double x = slope > 0 ? StrictMath.log(slope / (g * start)) / g : 0;
      return Math.min(Math.max(x, 0), length);
    }

    double underBaseline(double from, double to) {
      return start * StrictMath.exp(g * from) * StrictMath.expm1(g * (to - from)) / g;
    }

    double underPower(double from, double to) {
      return (to - from) * (power + slope * 0.5 * (from + to));
    }

    /** Where the excess changes sign between a point where it is ≥ 0 and one where it is not. */
    double crossing(double above, double below) {
      double a = above;
      double b = below;
      for (int i = 0; i < BISECTIONS; i++) {
        double middle = 0.5 * (a + b);
        if (excess(middle) >= 0) {
          a = middle;
        } else {
          b = middle;
        }
      }
      return 0.5 * (a + b);
    }
  }
}
