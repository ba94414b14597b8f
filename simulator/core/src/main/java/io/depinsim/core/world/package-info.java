/**
 * State of a run in columns: providers and their capacity, and the visitor by which digests see
 * them.
 */
package io.depinsim.core.world;
