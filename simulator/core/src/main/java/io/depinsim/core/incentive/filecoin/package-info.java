/**
 * Filecoin's rules as pure functions: minting, pledge, penalties, fees, gas, vesting, supply.
 *
 * <p>No state, no ledger, no clock. Amounts are unrounded: {@code double} FIL where a daily engine
 * uses them, exact {@link java.math.BigInteger} attoFIL where the chain computes in integers. Each
 * rule has a row in {@link io.depinsim.core.incentive.filecoin.FilecoinEvaluations}.
 *
 * <p>May import {@code core.scenario} (for {@code Evaluation}) and the JDK, nothing else.
 */
package io.depinsim.core.incentive.filecoin;
