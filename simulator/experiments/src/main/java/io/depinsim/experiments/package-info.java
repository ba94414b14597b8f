/**
 * From a scenario to results: assembly of one replicate, replicates on threads, summaries and
 * expectations. Imports {@code core} and {@code agents}.
 */
package io.depinsim.experiments;
