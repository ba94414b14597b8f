/**
 * Run directories: what a run leaves on disk, how it is written and read back, how numbers are
 * printed, and the digest by which two runs are compared.
 *
 * <p>May import {@code core.metric}, {@code core.scenario} (records of expectations only) and
 * {@code core.world} (the visitor of state), and Jackson databind. Knows no mechanism and no
 * engine: reports read runs through this package without ever seeing a world.
 */
package io.depinsim.core.run;
