/**
 * Who decides: this package lists the agents' rows for the catalogue. Imports {@code core} only.
 */
package io.depinsim.agents;
