package io.depinsim.core.incentive.filecoin;

/**
 * Quality of a sector: how much its bytes count for rewards and pledge. Spacetime under verified
 * (Fil+) deals counts ten times, the rest once.
 *
 * @see <a href="https://github.com/filecoin-project/builtin-actors">builtin-actors @b0a3bdd6,
 *     quality for weight</a>
 */
public final class SectorQuality {
  /** Weight of verified against other spacetime. */
  public static final int VERIFIED_MULTIPLIER = 10;

  private SectorQuality() {}

  /**
   * Quality of a whole sector, from 1 to 10.
   *
   * @param sectorBytes raw size, > 0
   * @param durationEpochs committed lifetime, > 0
   * @param verifiedByteEpochs spacetime of verified deals in it, from 0 to size times duration
   */
  public static double quality(
      double sectorBytes, double durationEpochs, double verifiedByteEpochs) {
    double spacetime = sectorBytes * durationEpochs;
    return ((spacetime - verifiedByteEpochs) * 10 + verifiedByteEpochs * 100) / (spacetime * 10);
  }

  /**
   * Quality-adjusted bytes of a mix.
   *
   * @param rawBytes raw bytes
   * @param verifiedFraction share of them under verified deals, from 0 to 1
   */
  public static double qualityAdjustedBytes(double rawBytes, double verifiedFraction) {
    return rawBytes * (1 + (VERIFIED_MULTIPLIER - 1) * verifiedFraction);
  }
}
