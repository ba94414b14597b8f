/**
 * The run itself: event calendars, the driver that steps them in (time, phase, sequence) order, the
 * registry of state, check levels and the mechanism seam. The only package that imports MASON
 * ({@code sim.*}).
 */
package io.depinsim.core.engine;
