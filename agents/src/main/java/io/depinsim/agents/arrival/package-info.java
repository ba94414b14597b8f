/**
 * When jobs could arrive: streams from outside, regular, by the week, bursty or on record. Imports
 * {@code core} only.
 */
package io.depinsim.agents.arrival;
