/**
 * Owners of machines: when they buy, connect and give up, and what they expect. Imports {@code
 * core} only.
 */
package io.depinsim.agents.owner;
