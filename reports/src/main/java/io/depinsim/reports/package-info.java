/**
 * Run directory in, charts and one HTML page out. Reads through {@code io.depinsim.core.run} and
 * never touches a world; computes no model result, only pictures and tables of what a run recorded.
 *
 * <p>May import: {@code io.depinsim.core.run}, {@code core.scenario}, {@code core.metric}, {@code
 * io.depinsim.reports.chart}.
 */
package io.depinsim.reports;
