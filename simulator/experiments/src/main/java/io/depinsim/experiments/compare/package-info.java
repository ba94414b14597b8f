/**
 * Statistics of compared policies: paired differences with simultaneous intervals, verdicts, how
 * many replicates a precision takes, which policy is best, and what the variance comes from. Works
 * on plain columns of one number per replicate; knows nothing of how they were made. Imports {@code
 * core} only.
 */
package io.depinsim.experiments.compare;
