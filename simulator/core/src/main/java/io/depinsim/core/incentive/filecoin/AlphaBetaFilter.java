package io.depinsim.core.incentive.filecoin;

import java.math.BigInteger;

/**
 * The chain's smoothed estimate of a quantity and of its change per epoch, both Q.128.
 *
 * <p>prediction = position + velocity·Δ; residual = observation - prediction; position = prediction
 * + alpha·residual; velocity += beta·residual/Δ. Products round toward minus infinity.
 *
 * @param positionQ128 estimate of the quantity (attoFIL or bytes)
 * @param velocityQ128 estimate of its change per epoch
 * @see <a href="https://github.com/filecoin-project/go-state-types">go-state-types @8b01cf99,
 *     smoothing; alpha = 9.25e-4, beta = 2.84e-7</a>
 */
public record AlphaBetaFilter(BigInteger positionQ128, BigInteger velocityQ128) {
  /** Weight of the residual in the position. */
  public static final BigInteger ALPHA_Q128 =
      new BigInteger("314760000000000000000000000000000000");

  /** Weight of the residual in the velocity. */
  public static final BigInteger BETA_Q128 = new BigInteger("96640100000000000000000000000000");

  /** A filter that starts at an integer position and velocity. */
  public static AlphaBetaFilter startingAt(BigInteger position, BigInteger velocity) {
    return new AlphaBetaFilter(Q128.of(position), Q128.of(velocity));
  }

  /**
   * The filter after one more observation.
   *
   * @param observation the quantity as observed, an integer
   * @param epochs epochs since the last observation, > 0
   */
  public AlphaBetaFilter next(BigInteger observation, long epochs) {
    BigInteger elapsed = BigInteger.valueOf(epochs);
    BigInteger predicted = positionQ128.add(velocityQ128.multiply(elapsed));
    BigInteger residual = Q128.of(observation).subtract(predicted);
    BigInteger position = predicted.add(Q128.multiply(ALPHA_Q128, residual));
    BigInteger change = floorDivide(BETA_Q128.multiply(residual), Q128.of(elapsed));
    return new AlphaBetaFilter(position, velocityQ128.add(change));
  }

  /** The estimate rounded down to an integer. */
  public BigInteger position() {
    return positionQ128.shiftRight(Q128.BITS);
  }

  private static BigInteger floorDivide(BigInteger value, BigInteger divisor) {
    if (divisor.equals(Q128.ONE)) {
      return value.shiftRight(Q128.BITS);
    }
    BigInteger[] parts = value.divideAndRemainder(divisor);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }
}
