package io.depinsim.experiments;

import io.depinsim.experiments.compare.Precision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to compare policies.
 *
 * @param drawn whether uncertain inputs are drawn anew for each replicate; if not, they are what
 *     the scenario states
 * @param pairs of how many replicates, the first ones, the inputs are run again with other luck, to
 *     split the variance; ≥ 0
 * @param precision adds replicates until intervals are as narrow; empty for a fixed number
 * @param best adds replicates until the best policy for this question is selected; empty likewise
 * @param most replicates at most, where they are added
 * @param resamples of the bootstrap behind questions' intervals
 * @param map two uncertain inputs over whose ranges the best policy is mapped; empty for no map
 * @param mapSteps points of the map along each side, ≥ 2
 * @param mapReplicates replicates at each point of the map, ≥ 2
 */
public record CompareOptions(
    boolean drawn,
    int pairs,
    Optional<Precision> precision,
    Optional<String> best,
    int most,
    int resamples,
    List<String> map,
    int mapSteps,
    int mapReplicates) {

  /** Resamples unless something else is said. */
  public static final int RESAMPLES = 4999;

  /** Checks the map. */
  public CompareOptions {
    map = List.copyOf(map);
    if (map.size() != 0 && map.size() != 2) {
      throw new IllegalArgumentException("map: takes two uncertain inputs");
    }
    if (!map.isEmpty() && (mapSteps < 2 || mapReplicates < 2)) {
      throw new IllegalArgumentException("map: takes two points and two replicates at least");
    }
  }

  /** All of it in words, by what they are about, so that two can be told apart. */
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("the command", "compare");
    words.put("whether uncertain inputs are drawn", Boolean.toString(drawn));
    words.put("the number of pairs with other luck", Integer.toString(pairs));
    words.put("the precision", precision.map(p -> Double.toString(p.share())).orElse("none"));
    words.put("the question to select for", best.orElse("none"));
    words.put("the most replicates", Integer.toString(most));
    words.put("the number of resamples", Integer.toString(resamples));
    words.put("the map", String.join(", ", map) + " " + mapSteps + " " + mapReplicates);
    return words;
  }

  /** A comparison of a fixed number of replicates. */
  public static CompareOptions fixed(boolean drawn, int pairs) {
    return new CompareOptions(
        drawn, pairs, Optional.empty(), Optional.empty(), 1, RESAMPLES, List.of(), 0, 0);
  }
}
