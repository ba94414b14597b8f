/**
 * Sweeps: which claims of a scenario hold over the plausible range of what is assumed. A design
 * fills the ranges, each point is run like a scenario with other values, and shares, intervals and
 * rank correlations say what came out. Imports {@code core} and {@code experiments}.
 */
package io.depinsim.experiments.sweep;
