package io.depinsim.core.scenario;

import java.util.List;
import java.util.Map;

/**
 * A scenario file, key by key. Maps keep file order.
 *
 * @param depinsim version of the format: 1
 * @param name short name, used for directories
 * @param question what the scenario is to answer, as a question
 * @param description more about it; null for none
 * @param run seed, start, length
 * @param assets tokens and currencies by key
 * @param hardware classes of machines by name
 * @param regions regions of the world by name
 * @param providers cohorts of providers by name
 * @param consumers cohorts of consumers by name
 * @param outside central providers whose service people may buy instead, by name
 * @param networks networks by name
 * @param shocks what happens from outside, by name
 * @param metrics questions that are put to metrics, by name
 * @param history measured histories by name
 * @param charts pictures of the report by name
 * @param expect statements checked after the run
 * @param findings claims that are tested under every regime, by name
 * @param uncertainties inputs that {@code compare} draws anew for each replicate, by name
 * @param policies factors by name, each with its levels by name; the first level is the base
 * @param regimes states of the world by name, crossed with the policies
 * @param notes what the model leaves out
 */
record ScenarioSpec(
    @InUnit("1") int depinsim,
    String name,
    String question,
    @Omittable String description,
    RunSpec run,
    Map<String, AssetSpec> assets,
    @Omittable Map<String, HardwareSpec> hardware,
    @Omittable Map<String, RegionSpec> regions,
    @Omittable Map<String, CohortSpec> providers,
    @Omittable Map<String, ConsumerSpec> consumers,
    @Omittable Map<String, OutsideSpec> outside,
    Map<String, NetworkSpec> networks,
    @Omittable @OfRole(Role.SHOCK) Map<String, KindChoice> shocks,
    @Omittable Map<String, MetricSpec> metrics,
    @Omittable Map<String, HistorySpec> history,
    @Omittable Map<String, ChartSpec> charts,
    @Omittable List<ExpectSpec> expect,
    @Omittable Map<String, FindingSpec> findings,
    @Omittable Map<String, UncertaintySpec> uncertainties,
    @Omittable Map<String, Map<String, LevelSpec>> policies,
    @Omittable Map<String, LevelSpec> regimes,
    @Omittable("{}") NotesSpec notes) {

  /** Names of scenarios: a regular expression. */
  static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

  ScenarioSpec {
    if (depinsim != 1) {
      throw new IllegalArgumentException("depinsim: this program reads format 1");
    }
    if (!wrongName(name).isEmpty()) {
      throw new IllegalArgumentException("name: " + wrongName(name));
    }
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("networks: must hold at least one network");
    }
  }

  /** What is wrong with a name of a scenario; empty for nothing. */
  static String wrongName(String name) {
    return name.matches(NAME)
        ? ""
        : "must be lower-case words joined by hyphens, since directories carry it";
  }
}
