/**
 * Catalogue of kinds, scenario records, reader, units and evidence. Home of Jackson databind (with
 * {@code run}).
 */
package io.depinsim.core.scenario;
