package io.depinsim.core.incentive.filecoin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Reads tables of numbers written in a test: one row a line, numbers parted by spaces. */
final class OracleRows {
  private OracleRows() {}

  static List<String[]> of(String table) {
    return table
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.trim().split(" "))
        .toList();
  }

  static BigInteger integer(String digits) {
    return new BigInteger(digits);
  }

  /** |got - want| / |want|; 0 where both are 0, infinite where only {@code want} is. */
  static double relativeError(BigDecimal got, BigDecimal want) {
    double difference = got.subtract(want).abs().doubleValue();
    return difference == 0 ? 0 : difference / want.abs().doubleValue();
  }

  static double relativeError(BigInteger got, String want) {
    return relativeError(new BigDecimal(got), new BigDecimal(want));
  }

  /** The same for FIL in double precision against attoFIL. */
  static double relativeErrorFil(double gotFil, String wantAtto) {
    return relativeError(new BigDecimal(gotFil).movePointRight(18), new BigDecimal(wantAtto));
  }
}
