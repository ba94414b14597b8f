package io.depinsim.core.engine.service;

/**
 * What never changes about the providers of a network, one entry per row of its table.
 *
 * @param region where their machines stand
 * @param unitsPerMicro work of one machine, units per microsecond
 * @param ask price of a unit over the network's
 * @param capacity work of one machine that counts as capacity, units per month
 * @param most machines it may ever have connected
 * @param entity identity of its first machine; those of its others follow
 */
public record StationTraits(
    int[] region,
    double[] unitsPerMicro,
    double[] ask,
    long[] capacity,
    int[] most,
    long[] entity) {}
