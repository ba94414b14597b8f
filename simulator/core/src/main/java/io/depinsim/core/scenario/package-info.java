/**
 * Catalogue of kinds, scenario records, reader, overrides, units, evidence, and rules as
 * calculators. Home of Jackson databind (with {@code run}) and of the schema generator; imports
 * {@code time} and {@code metric} and nothing else of ours.
 *
 * <p>Start at {@link io.depinsim.core.scenario.ScenarioReader}: text becomes a tree of {@link
 * io.depinsim.core.scenario.ConfigNode}s with places, the tree is merged and overridden, and only
 * then bound to records, so that every mistake is told where it was written.
 */
package io.depinsim.core.scenario;
