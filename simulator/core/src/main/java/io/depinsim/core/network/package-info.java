/**
 * The physical side of a network: where machines stand and how long things take to get there. May
 * import {@code scenario}, {@code time}, {@code random} and {@code state}.
 */
package io.depinsim.core.network;
