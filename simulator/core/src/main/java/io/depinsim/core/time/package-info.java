/**
 * Simulated time: microseconds since the scenario's start, UTC, and the order of phases within an
 * instant.
 */
package io.depinsim.core.time;
