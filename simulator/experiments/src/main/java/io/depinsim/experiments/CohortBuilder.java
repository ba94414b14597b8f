package io.depinsim.experiments;

import io.depinsim.core.random.CohortCodes;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.CohortSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.world.Cohort;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws who the potential providers are: size, time of joining, time of leaving. One keyed draw per
 * purpose and provider, so identities are the same under every policy.
 */
final class CohortBuilder {
  /** Sizes are integers, so that splits by size are exact; the median provider has this one. */
  private static final double MEDIAN_SIZE = 1_000_000;

  private final Scenario scenario;
  private final SimulationCalendar calendar;
  private final Streams streams;

  CohortBuilder(Scenario scenario, SimulationCalendar calendar, Streams streams) {
    this.scenario = scenario;
    this.calendar = calendar;
    this.streams = streams;
  }

  Map<String, Cohort> build() {
    CohortCodes codes = new CohortCodes(scenario.providers().keySet());
    Map<String, Cohort> cohorts = new LinkedHashMap<>();
    scenario
        .providers()
        .forEach(
            (name, spec) -> {
              if (spec.owns() == null) {
                cohorts.put(name, cohort(name, spec, codes));
              }
            });
    return cohorts;
  }

  private Cohort cohort(String name, CohortSpec spec, CohortCodes codes) {
    int rows = spec.potential();
    long[] entity = new long[rows];
    long[] size = new long[rows];
    long[] joins = new long[rows];
    long[] leaves = new long[rows];
    for (int row = 0; row < rows; row++) {
      entity[row] = codes.entity(name, row);
      size[row] = size(spec, entity[row]);
      joins[row] = joins(spec, entity[row], row);
      leaves[row] = leaves(spec, entity[row], joins[row]);
    }
    return new Cohort(name, entity, size, joins, leaves);
  }

  private long size(CohortSpec spec, long entity) {
    double sigma = spec.sizes() == null ? 0 : spec.sizes().logNormalSigma();
    Draws draws = streams.at(Purpose.PROVIDER_SIZE, entity, 0);
    return Math.max(1, Math.round(MEDIAN_SIZE * draws.nextLogNormal(0, sigma)));
  }

  private long joins(CohortSpec spec, long entity, int row) {
    if (spec.entry() == null) {
      return 0;
    }
    int atStart = (int) StrictMath.ceil(spec.entry().atStart() * spec.potential());
    double uniform = streams.at(Purpose.PROVIDER_ENTRY, entity, 0).nextUniform();
    return row < atStart ? 0 : (long) (uniform * calendar.ofDate(spec.entry().until()));
  }

  /** The first provider never leaves, so that a cohort always has somebody to add capacity. */
  private long leaves(CohortSpec spec, long entity, long joins) {
    if (spec.meanStay() == null || (entity & ((1L << 26) - 1)) == 0) {
      return Long.MAX_VALUE;
    }
    double mean = spec.meanStay().fixedMicros();
    double stay = streams.at(Purpose.PROVIDER_ENTRY, entity, 1).nextExponential(mean);
    return joins + (long) stay;
  }
}
