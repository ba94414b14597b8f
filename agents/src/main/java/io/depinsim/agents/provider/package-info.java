/** Strategies by which providers add, extend and withdraw capacity. Imports {@code core} only. */
package io.depinsim.agents.provider;
