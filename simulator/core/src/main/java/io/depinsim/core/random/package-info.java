/**
 * Randomness as a pure function: Philox blocks keyed by (seed, replicate, purpose, entity,
 * occurrence, draw), the identities that go into the key, and the distributions drawn from them.
 * May import the JDK and Commons Math; imports no other package of ours.
 */
package io.depinsim.core.random;
