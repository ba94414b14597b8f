/** Consumers: how many use a service, and how much of it. Imports {@code core} only. */
package io.depinsim.agents.consumer;
