/**
 * How mutable state shows itself: columns by name, to digests and checkpoints. Imports no other
 * package of ours.
 */
package io.depinsim.core.state;
