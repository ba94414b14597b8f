package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;

/**
 * What becomes of what users pay.
 *
 * @param payIn what they pay in
 * @param nodes share for those who served
 * @param burn share with which tokens are bought and burned; of fees paid in tokens, burned at once
 * @param treasury share for the treasury
 * @param holding how long before use tokens or credits are bought; only for those
 */
public record FeeSpec(
    @Omittable("currency") PayIn payIn,
    @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double nodes,
    @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double burn,
    @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double treasury,
    @Omittable Span holding) {

  /** Means of payment. */
  public enum PayIn {
    /** The currency itself. */
    currency,
    /** The network's token, bought on its exchange ahead of use. */
    token,
    /** Prepaid credits at a fixed price in the currency. */
    credits
  }

  /** Checks the shares. */
  public FeeSpec {
    if (Math.abs(nodes + burn + treasury - 1) > 1e-9) {
      throw new IllegalArgumentException("nodes: nodes, burn and treasury must add up to 100 %");
    }
    if (payIn == PayIn.currency && holding != null) {
      throw new IllegalArgumentException("holding: belongs to payment in tokens or credits");
    }
    if (holding != null && !holding.unit().isFixed()) {
      throw new IllegalArgumentException("holding: must be in days or weeks");
    }
  }
}
