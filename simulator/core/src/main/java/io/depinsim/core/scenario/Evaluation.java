package io.depinsim.core.scenario;

import java.util.function.Function;

/**
 * One pure rule as a calculator: a record of inputs in, a record of results out, reachable as
 * {@code depinsim evaluate KEY}.
 *
 * <p>Records bind through the scenario reader's own conventions. {@link java.math.BigDecimal}
 * components are token amounts in whole tokens, written as exact decimal strings.
 *
 * @param key name on the command line
 * @param summary one sentence: what is computed, from what
 * @param source where the rule was read (protocol document, file, commit)
 * @param input record class of the inputs
 * @param output record class of the results
 * @param rule the rule; pure
 * @param example an input that runs
 */
public record Evaluation<I extends Record, O extends Record>(
    String key,
    String summary,
    String source,
    Class<I> input,
    Class<O> output,
    Function<I, O> rule,
    I example) {}
