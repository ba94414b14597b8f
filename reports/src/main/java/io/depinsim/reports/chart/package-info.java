/**
 * Pictures of series: one style, one painter, SVG and PNG. Knows nothing of runs or scenarios.
 *
 * <p>The only package that imports JFreeChart ({@code org.jfree}), Batik and AWT. May import
 * nothing else of ours.
 */
package io.depinsim.reports.chart;
