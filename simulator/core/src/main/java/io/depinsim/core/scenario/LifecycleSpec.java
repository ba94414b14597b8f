package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.util.Map;

/**
 * The stages of a network: inception, launch, self-sustaining. Each begins at a settlement whose
 * conditions hold; none is left backwards.
 *
 * @param launch when the token starts
 * @param selfSustaining when the project withdraws; null for never
 * @param rounds sales of genesis allocations to investors, by name
 */
public record LifecycleSpec(
    LaunchSpec launch,
    @Omittable SustainSpec selfSustaining,
    @Omittable Map<String, RoundSpec> rounds) {

  /**
   * When the token starts: exchange, emission and vesting begin, and outsiders may join.
   *
   * @param earliest not before this
   * @param machines machines the project must run by then
   * @param latest at this time whatever runs
   */
  public record LaunchSpec(
      @Omittable("0 months") Span earliest,
      @InRange(atLeast = "0") @Omittable("0") @InUnit("1") int machines,
      @Omittable("12 months") Span latest) {}

  /**
   * When the network carries itself.
   *
   * @param cover capacity of outsiders over demand that is asked
   * @param feeCover fees of providers over their running cost that is asked
   * @param lasting for this many settlements in a row
   * @param burnTreasuryShare whether the treasury's share of fees is then burned instead
   */
  public record SustainSpec(
      @InRange(atLeast = "0 %") @InUnit("%") double cover,
      @InRange(atLeast = "0 %") @InUnit("%") double feeCover,
      @InRange(atLeast = "1") @Omittable("1") @InUnit("1") int lasting,
      @Omittable("false") boolean burnTreasuryShare) {}

  /**
   * A sale of a genesis allocation to investors, whose money goes to the treasury; its vesting
   * starts with the later of sale and launch.
   *
   * @param holder key of the allocation
   * @param price what a token costs; null if at a discount
   * @param discount off the price of the exchange; null if at a fixed price
   * @param earliest not before this
   * @param users users there must be; null for none
   * @param growth growth of users over the past twelve settlements that is asked; null for none
   */
  public record RoundSpec(
      String holder,
      @InRange(atLeast = "0") @Omittable @InUnit("currency/asset") Double price,
      @InRange(atLeast = "0 %", below = "100 %") @Omittable @InUnit("%") Double discount,
      @Omittable("0 months") Span earliest,
      @InRange(atLeast = "0") @Omittable @InUnit("users") Long users,
      @Omittable @InUnit("%") Double growth) {
    /** Checks that the price is stated once. */
    public RoundSpec {
      if ((price == null) == (discount == null)) {
        throw new IllegalArgumentException("exactly one of `price` and `discount` must be given");
      }
    }
  }
}
