package io.depinsim.experiments.check;

/**
 * One question in one case.
 *
 * @param question name of the question
 * @param policy name of the policy
 * @param regime name of the regime
 * @param unit unit of the answer
 * @param gating whether the question may fail a check
 */
record CaseQuestion(String question, String policy, String regime, String unit, boolean gating) {}
