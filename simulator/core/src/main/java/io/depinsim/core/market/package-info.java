/**
 * Where prices come from: what service costs, how long it is waited for, and where a token is
 * traded. Rules only; the phases of {@code engine} move the money. Imports {@code ledger}, {@code
 * metric}, {@code random}, {@code scenario}, {@code state} and {@code time}.
 */
package io.depinsim.core.market;
