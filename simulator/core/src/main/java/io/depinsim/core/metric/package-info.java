/**
 * Metric definitions and series: what is measured, in which unit, by which formula. Imports no
 * other package of ours.
 */
package io.depinsim.core.metric;
