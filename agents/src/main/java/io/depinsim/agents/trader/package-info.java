/** Speculators and liquidity providers of a token. Imports {@code core} only. */
package io.depinsim.agents.trader;
