/**
 * Service job by job: consumers send work, allocators place it, machines do it, lines form in
 * between. Everything pending is data in primitive columns; {@code JobFloor} shows where a job
 * waits and runs. Declares the seams for arrivals, sizes of work and allocators, which {@code
 * agents} fills. May import every package of {@code core}; of {@code run} only what names a
 * decision in the log.
 */
package io.depinsim.core.engine.service;
