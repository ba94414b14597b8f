package io.depinsim.core.time;

/**
 * Order of work inside one instant. Two events at one instant run in the order of these constants.
 */
public enum Phase {
  SHOCKS,
  ARRIVALS,
  ALLOCATION,
  SERVICE,
  VERIFICATION,
  SETTLEMENT,
  TOKEN_MARKET,
  DECISIONS,
  GOVERNANCE,
  MEASUREMENT
}
