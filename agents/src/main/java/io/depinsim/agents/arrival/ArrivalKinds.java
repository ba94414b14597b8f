package io.depinsim.agents.arrival;

import io.depinsim.core.engine.service.ArrivalStream;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.Role;
import java.util.List;
import java.util.function.BiFunction;

/** The rows of arrivals in the catalogue. */
public final class ArrivalKinds {
  private ArrivalKinds() {}

  /** Rows of this group. */
  public static List<Kind<?, ?>> rows() {
    return List.of(
        row(
            "poisson",
            "independent arrivals at the same rate at all times",
            PoissonArrivals.Spec.class,
            (spec, context) -> new PoissonArrivals()),
        row(
            "weekly",
            "independent arrivals whose rate follows hour and weekday",
            WeeklyArrivals.Spec.class,
            WeeklyArrivals::new),
        row(
            "hawkes",
            "bursts from within: each arrival brings others",
            HawkesArrivals.Spec.class,
            (spec, context) -> new HawkesArrivals(spec)),
        row(
            "markovModulated",
            "bursts from without: calm and busy times in turn",
            MarkovArrivals.Spec.class,
            (spec, context) -> new MarkovArrivals(spec)),
        row(
            "trace",
            "arrivals on record, with their work if it is known",
            TraceArrivals.Spec.class,
            TraceArrivals::new));
  }

  private static <S extends Record> Kind<S, ArrivalStream> row(
      String key, String summary, Class<S> spec, BiFunction<S, BuildContext, ArrivalStream> build) {
    return new Kind<>(Role.ARRIVALS, key, summary, spec, ArrivalStream.class, build);
  }
}
