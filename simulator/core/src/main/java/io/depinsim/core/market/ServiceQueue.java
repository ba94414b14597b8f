package io.depinsim.core.market;

/**
 * How long users wait for a free machine: arrivals by chance, exponential service, c machines
 * behind one line (M/M/c).
 *
 * <p>Nothing here is stable at a utilisation of 1 or more: the wait is infinite then, and a caller
 * caps utilisation before it asks.
 */
public final class ServiceQueue {
  private ServiceQueue() {}

  /**
   * Mean wait before service starts, Sakasegawa's approximation: s r^(√(2(c+1)) - 1) / (c (1 - r)).
   *
   * <p>Exact at one machine. For up to 1,000 machines the error is below 0.034 s. Relative to the
   * wait it is at most 6 % where half of all users or more wait at all, 15 % where 30 % do and 51 %
   * where a tenth does, mostly upward; where hardly anybody waits the result is several times too
   * large, and next to nothing all the same. One power and one root, whatever c.
   *
   * @param servers c, also a fraction, ≥ 1
   * @param utilisation r, demand over capacity, ≥ 0
   * @param serviceHours s, mean time of service, hours, ≥ 0
   * @return hours; infinite from a utilisation of 1 on
   * @throws IllegalArgumentException if an argument is out of range
   * @see <a href="https://doi.org/10.1007/BF02532775">Sakasegawa: An approximation formula L_q ≅
   *     α·ρ^β/(1-ρ), Annals of the Institute of Statistical Mathematics 29 (1977)</a>
   */
  public static double expectedWaitHours(double servers, double utilisation, double serviceHours) {
    check(servers, utilisation, serviceHours);
    if (utilisation >= 1) {
      return Double.POSITIVE_INFINITY;
    }
    double exponent = Math.sqrt(2 * (servers + 1)) - 1;
    double waiting = StrictMath.pow(utilisation, exponent);
    return serviceHours * waiting / (servers * (1 - utilisation));
  }

  /**
   * Probability that all machines are busy when a user comes, Erlang's C formula, through the
   * recursion B(k) = a B(k-1) / (k + a B(k-1)) of his B formula, in which every term is positive.
   * Costs c steps.
   *
   * @param servers c, ≥ 1
   * @param utilisation r = a / c, ≥ 0
   * @return 0 to 1; 1 from a utilisation of 1 on
   * @throws IllegalArgumentException if an argument is out of range
   * @see <a href="https://en.wikipedia.org/wiki/Erlang_(unit)">Erlang B and C formulas</a>
   */
  public static double erlangC(int servers, double utilisation) {
    check(servers, utilisation, 0);
    if (utilisation >= 1) {
      return 1;
    }
    double offered = servers * utilisation;
    double blocked = 1;
    for (int k = 1; k <= servers; k++) {
      blocked = offered * blocked / (k + offered * blocked);
    }
    return blocked / (1 - utilisation * (1 - blocked));
  }

  /**
   * Mean wait before service starts, exact: s C / (c (1 - r)). Costs c steps.
   *
   * @param servers c, ≥ 1
   * @param utilisation r, ≥ 0
   * @param serviceHours s, hours, ≥ 0
   * @return hours; infinite from a utilisation of 1 on
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double exactWaitHours(int servers, double utilisation, double serviceHours) {
    check(servers, utilisation, serviceHours);
    if (utilisation >= 1) {
      return Double.POSITIVE_INFINITY;
    }
    return serviceHours * erlangC(servers, utilisation) / (servers * (1 - utilisation));
  }

  private static void check(double servers, double utilisation, double serviceHours) {
    Limit.within("servers", servers, 1, Double.MAX_VALUE);
    Limit.notNegative("utilisation", utilisation);
    Limit.notNegative("serviceHours", serviceHours);
  }
}
