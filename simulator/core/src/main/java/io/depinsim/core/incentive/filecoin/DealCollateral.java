package io.depinsim.core.incentive.filecoin;

import java.math.BigInteger;

/**
 * Least a provider must put up for a deal: a hundredth of the circulating supply times the deal's
 * share of the network.
 *
 * @see <a href="https://github.com/filecoin-project/go-state-types">go-state-types @8b01cf99,
 *     market policy</a>
 */
public final class DealCollateral {
  private static final BigInteger PERCENT = BigInteger.valueOf(100);

  private DealCollateral() {}

  /**
   * floor( CS · piece / (100 · max(raw power, baseline, piece)) ).
   *
   * @return attoFIL
   */
  public static BigInteger minimumAtto(
      BigInteger pieceBytes,
      BigInteger networkRawBytes,
      BigInteger baselineBytes,
      BigInteger circulatingSupplyAtto) {
    BigInteger power = networkRawBytes.max(baselineBytes).max(pieceBytes);
    return circulatingSupplyAtto.multiply(pieceBytes).divide(power.multiply(PERCENT));
  }
}
