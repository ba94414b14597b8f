/**
 * Service job by job: consumers send work, allocators place it, machines do it, lines form in
 * between. Everything pending is data in primitive columns; the mechanism of a network is one class
 * that shows a job's life on a page. Declares the seams for arrivals, sizes of work and allocators,
 * which {@code agents} fills. May import every package of {@code core} but {@code run}.
 */
package io.depinsim.core.engine.service;
