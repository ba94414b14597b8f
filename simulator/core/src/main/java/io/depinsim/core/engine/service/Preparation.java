package io.depinsim.core.engine.service;

/**
 * What it takes to have machines and data ready. Empty columns where nothing takes time or money.
 *
 * @param coldStartMicros time until a machine that has stood idle for long begins, by row
 * @param staysWarmMicros how long a machine stays ready after it has worked, by row
 * @param warmCostPerMicro cost of keeping a machine ready, currency per microsecond, by row
 * @param copyCostPerByte cost of bringing data into a region, currency per byte, by region
 */
public record Preparation(
    long[] coldStartMicros,
    long[] staysWarmMicros,
    double[] warmCostPerMicro,
    double[] copyCostPerByte) {
  /** Machines begin at once, and copies cost nothing. */
  public static final Preparation NONE =
      new Preparation(new long[0], new long[0], new double[0], new double[0]);

  /** Whether any machine needs time to begin. */
  boolean needed() {
    for (long cold : coldStartMicros) {
      if (cold > 0) {
        return true;
      }
    }
    return false;
  }
}
