/**
 * Simulated time: microseconds since the scenario's start, UTC; the calendar that ties it to dates;
 * spans of time as scenarios write them; and the order of phases within an instant. May import the
 * JDK only; imports no other package of ours.
 */
package io.depinsim.core.time;
