package io.depinsim.core.incentive.filecoin;

import java.math.BigDecimal;

/**
 * Circulating supply: vested + mined + disbursed reserve - burnt - locked, never below zero. Locked
 * is pledge collateral; market escrow counted too until FIP-0065.
 *
 * @see <a href="https://github.com/filecoin-project/lotus">lotus, supply.go; FIP-0065</a>
 */
public final class CirculatingSupply {
  private CirculatingSupply() {}

  /**
   * Circulating supply in FIL.
   *
   * @param vestedFil genesis allocations that have vested
   * @param minedFil block rewards ever paid
   * @param reserveDisbursedFil what left the mining reserve
   * @param burntFil balance of the burn account
   * @param pledgeFil initial pledges, pre-commit deposits and unvested rewards
   * @param marketEscrowFil locked in the storage market; 0 since FIP-0065
   */
  public static double fil(
      double vestedFil,
      double minedFil,
      double reserveDisbursedFil,
      double burntFil,
      double pledgeFil,
      double marketEscrowFil) {
    double issued = vestedFil + minedFil + reserveDisbursedFil;
    return Math.max(0, issued - burntFil - pledgeFil - marketEscrowFil);
  }

  /** The same, exact. */
  public static BigDecimal fil(
      BigDecimal vestedFil,
      BigDecimal minedFil,
      BigDecimal reserveDisbursedFil,
      BigDecimal burntFil,
      BigDecimal pledgeFil,
      BigDecimal marketEscrowFil) {
    BigDecimal issued = vestedFil.add(minedFil).add(reserveDisbursedFil);
    BigDecimal gone = burntFil.add(pledgeFil).add(marketEscrowFil);
    return issued.subtract(gone).max(BigDecimal.ZERO);
  }
}
