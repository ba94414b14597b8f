package io.depinsim.core.random;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The codes of all cohorts of one scenario, checked to be distinct, so that no two entities share
 * their luck.
 *
 * <p>With ten cohorts about one scenario in 360 has a collision; it is refused at load.
 */
public final class CohortCodes {
  private final Map<String, Integer> codeByName = new HashMap<>();

  /**
   * Takes the names of every cohort of a scenario.
   *
   * @param names each at most once, none blank
   * @throws IllegalArgumentException if two names are equal or share a code; the message names both
   */
  public CohortCodes(Collection<String> names) {
    Map<Integer, String> nameByCode = new HashMap<>();
    for (String name : names) {
      int code = Entity.cohortCode(name);
      String earlier = nameByCode.put(code, name);
      if (earlier != null) {
        throw new IllegalArgumentException(refusal(earlier, name, code));
      }
      codeByName.put(name, code);
    }
  }

  /**
   * The code of a cohort.
   *
   * @throws IllegalArgumentException if the name was not among those given
   */
  public int codeOf(String name) {
    Integer code = codeByName.get(name);
    if (code == null) {
      throw new IllegalArgumentException(
          "cohort '" + name + "': not among the cohorts of this scenario.");
    }
    return code;
  }

  /**
   * The identity of one member of a cohort.
   *
   * @throws IllegalArgumentException if the name was not given or the ordinal is out of range
   */
  public long entity(String name, long ordinal) {
    return Entity.of(codeOf(name), ordinal);
  }

  private static String refusal(String earlier, String name, int code) {
    if (earlier.equals(name)) {
      return "cohort '"
          + name
          + "': named twice, but cohort names must be distinct. Maybe rename one.";
    }
    return "cohorts '"
        + earlier
        + "' and '"
        + name
        + "': both names hash to code "
        + code
        + ", so their members would meet the same luck. Maybe rename '"
        + name
        + "'.";
  }
}
