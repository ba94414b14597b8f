package io.depinsim.experiments.check;

/**
 * How many digests of one case differ from the baseline's.
 *
 * @param policy name of the policy
 * @param regime name of the regime
 * @param replicates how many were compared
 * @param differing how many differ
 */
public record DigestRow(String policy, String regime, int replicates, int differing) {}
