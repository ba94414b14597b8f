/**
 * How a network mints, splits, locks, pays and punishes: one interface per role, and the kinds that
 * serve more than one network. A rule is a pure function of its arguments; the epoch ({@code
 * engine}) moves the money. Imports {@code ledger}, {@code metric}, {@code random}, {@code
 * scenario}, {@code time} and {@code world}.
 */
package io.depinsim.core.incentive;
