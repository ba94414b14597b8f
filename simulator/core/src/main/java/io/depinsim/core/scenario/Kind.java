package io.depinsim.core.scenario;

import java.util.function.BiFunction;

/**
 * One row of the catalogue: a mechanism a scenario can name.
 *
 * @param role the seam it fills
 * @param key its name in a scenario
 * @param summary one sentence for {@code depinsim list}
 * @param spec record class its block binds to
 * @param behaviour interface of the role that {@code build} returns
 * @param build makes the behaviour from a bound spec; draws nothing, schedules nothing
 */
public record Kind<S extends Record, B>(
    Role role,
    String key,
    String summary,
    Class<S> spec,
    Class<B> behaviour,
    BiFunction<S, BuildContext, ? extends B> build) {}
