package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.scenario.Evaluation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Minting in closed form as an evaluation. */
public final class MintingEvaluations {
  private static final int MOST_KNOTS = 100_000;

  private MintingEvaluations() {}

  /** Rows of this group. */
  static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "filecoinMinting",
            "Baseline, effective time, FIL minted and expected mint per day, from realised power.",
            "specs @3d0b0c14, minting model; constants of builtin-actors @b0a3bdd6",
            Minting.class,
            Minted.class,
            MintingEvaluations::minted,
            example()));
  }

  /**
   * What minting depends on.
   *
   * @param date day whose start, 00:00 UTC, is looked at
   * @param cumulativeRealizedByteEpochs sum of min(raw power, baseline) over all epochs up to
   *     {@code date}, or up to the first knot where {@code rawPower} is given; default 0
   * @param rawBytes raw power on {@code date}; left out where {@code rawPower} is given
   * @param rawPower raw power by day, linear in between and flat after the last; integrated from
   *     the first knot to {@code date}
   * @param simpleTotalFil FIL of the time part; default 330,000,000
   * @param baselineTotalFil FIL of the baseline part; default 770,000,000
   * @param halfLifeYears half-life of both, years of 365 days; default 6
   * @param baselineInitialBytes baseline at genesis; default 2,888,888,880,000,000,000
   * @param baselineGrowthPerYear growth of the baseline per year; default 1, a doubling
   */
  public record Minting(
      LocalDate date,
      BigInteger cumulativeRealizedByteEpochs,
      BigInteger rawBytes,
      List<PowerOnDay> rawPower,
      BigDecimal simpleTotalFil,
      BigDecimal baselineTotalFil,
      Double halfLifeYears,
      BigInteger baselineInitialBytes,
      Double baselineGrowthPerYear) {}

  /**
   * Raw power at the start of a day.
   *
   * @param date day, 00:00 UTC
   * @param rawBytes raw power
   */
  public record PowerOnDay(LocalDate date, BigInteger rawBytes) {}

  /**
   * State of minting at a date.
   *
   * @param epoch epochs since genesis
   * @param baselineBytes baseline power
   * @param cappedBytes min(raw power, baseline)
   * @param cumulativeRealizedByteEpochs cumulated capped power
   * @param effectiveEpochs theta
   * @param effectiveYears theta in years of 365 days
   * @param simpleMintedFil FIL minted by the time part
   * @param baselineMintedFil FIL minted by the baseline part
   * @param mintedFil both
   * @param expectedMintPerDayFil FIL per day at this instant, every expected win present
   */
  public record Minted(
      double epoch,
      BigInteger baselineBytes,
      BigInteger cappedBytes,
      BigInteger cumulativeRealizedByteEpochs,
      double effectiveEpochs,
      double effectiveYears,
      BigDecimal simpleMintedFil,
      BigDecimal baselineMintedFil,
      BigDecimal mintedFil,
      BigDecimal expectedMintPerDayFil) {}

  private static Minted minted(Minting in) {
    SimplePlusBaselineMinting rule = rule(in);
    double epoch = epochOf("date", in.date());
    if (epoch < 0) {
      throw Door.refusal("date", in.date(), "must not be before genesis, 2020-08-24", "");
    }
    BigInteger seed = in.cumulativeRealizedByteEpochs();
    double cumulative =
        seed == null ? 0 : Door.bytes("cumulativeRealizedByteEpochs", seed).doubleValue();
    double raw;
    if (in.rawPower() == null) {
      raw = Door.bytes("rawBytes", in.rawBytes()).doubleValue();
    } else {
      PowerLine line = PowerLine.of(in);
      cumulative += line.integrate(rule, epoch);
      raw = line.at(epoch);
    }
    double baseline = rule.baselineBytes(epoch);
    double capped = Math.min(raw, baseline);
    double theta = rule.effectiveEpochs(cumulative);
    return new Minted(
        epoch,
        Q128.floor(baseline),
        Q128.floor(capped),
        Q128.floor(cumulative),
        theta,
        theta / ChainTime.EPOCHS_PER_YEAR,
        AttoFil.ofDouble(rule.simpleMintedFil(epoch)),
        AttoFil.ofDouble(rule.baselineMintedFil(theta)),
        AttoFil.ofDouble(rule.mintedFil(epoch, theta)),
        AttoFil.ofDouble(rule.mintPerDayFil(epoch, theta, capped)));
  }

  private static SimplePlusBaselineMinting rule(Minting in) {
    SimplePlusBaselineMinting mainnet = SimplePlusBaselineMinting.mainnet();
    return new SimplePlusBaselineMinting(
        Door.orElse(in.simpleTotalFil(), mainnet.simpleTotalFil()).doubleValue(),
        Door.orElse(in.baselineTotalFil(), mainnet.baselineTotalFil()).doubleValue(),
        in.halfLifeYears() == null ? mainnet.halfLifeYears() : in.halfLifeYears(),
        in.baselineInitialBytes() == null
            ? mainnet.baselineInitialBytes()
            : in.baselineInitialBytes().doubleValue(),
        in.baselineGrowthPerYear() == null
            ? mainnet.baselineGrowthPerYear()
            : in.baselineGrowthPerYear());
  }

  private static double epochOf(String field, LocalDate date) {
    Instant midnight = Door.required(field, date).atStartOfDay(ZoneOffset.UTC).toInstant();
    return ChainTime.epochAt(midnight);
  }

  private static Minting example() {
    return new Minting(
        LocalDate.of(2022, 10, 10),
        new BigInteger("5545570610944342000000000"),
        null,
        List.of(
            new PowerOnDay(LocalDate.of(2021, 12, 27), new BigInteger("16500000000000000000")),
            new PowerOnDay(LocalDate.of(2022, 10, 10), new BigInteger("19135352281000000000"))),
        null,
        null,
        null,
        null,
        null);
  }

  /** Knots of raw power in epochs and bytes. */
  private record PowerLine(double[] epochs, double[] bytes) {
    static PowerLine of(Minting in) {
      if (in.rawBytes() != null) {
        throw Door.refusal(
            "rawBytes", in.rawBytes(), "must be left out where rawPower is given", "");
      }
      List<PowerOnDay> knots = Door.someOf("rawPower", in.rawPower(), MOST_KNOTS);
      double[] epochs = new double[knots.size()];
      double[] bytes = new double[knots.size()];
      for (int i = 0; i < epochs.length; i++) {
        String field = "rawPower[" + i + "]";
        epochs[i] = epochOf(field + ".date", knots.get(i).date());
        bytes[i] = Door.bytes(field + ".rawBytes", knots.get(i).rawBytes()).doubleValue();
        if (i > 0 && epochs[i] <= epochs[i - 1]) {
          throw Door.refusal(
              field + ".date", knots.get(i).date(), "must be after the knot before it", "");
        }
      }
      if (in.date().isBefore(knots.get(0).date())) {
        throw Door.refusal("date", in.date(), "must not be before the first knot of rawPower", "");
      }
      return new PowerLine(epochs, bytes);
    }

    double integrate(SimplePlusBaselineMinting rule, double until) {
      double sum = 0;
      int last = epochs.length - 1;
      for (int i = 0; i < last && epochs[i] < until; i++) {
        double to = Math.min(epochs[i + 1], until);
        sum += rule.cappedByteEpochs(epochs[i], to, bytes[i], at(to));
      }
      return sum + rule.cappedByteEpochs(epochs[last], until, bytes[last], bytes[last]);
    }

    double at(double epoch) {
      int last = epochs.length - 1;
      for (int i = 0; i < last; i++) {
        if (epoch < epochs[i + 1]) {
          double share = (epoch - epochs[i]) / (epochs[i + 1] - epochs[i]);
          return bytes[i] + (bytes[i + 1] - bytes[i]) * share;
        }
      }
      return bytes[last];
    }
  }
}
