/**
 * Whether behaviour moved: a run repeated from its manifest, and a scenario held against its stored
 * baseline, replicate by replicate and as a distribution. May import {@code core} and the packages
 * of this module.
 */
package io.depinsim.experiments.check;
