/**
 * Money: assets, accounts in columns, double entry, exact splits, vesting, and the invariants that
 * prove nothing appeared or vanished. Every amount is a {@code long} of minor units. Imports {@code
 * world} (to show its state) and {@code InvariantException}, nothing else of ours.
 */
package io.depinsim.core.ledger;
