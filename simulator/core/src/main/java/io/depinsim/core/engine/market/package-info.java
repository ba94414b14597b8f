/**
 * The service market and the token market of a network, population by population: consumers choose,
 * machines serve, money follows, tokens are traded, owners decide. {@link
 * io.depinsim.core.engine.market.MarketEpoch} and {@link io.depinsim.core.engine.market.OwnerEpoch}
 * show it on one page each. Declares the roles of those who decide and never names one. Imports
 * what {@code engine} imports, except MASON, and {@code market}.
 */
package io.depinsim.core.engine.market;
