package io.depinsim.agents.provider;

import io.depinsim.core.engine.CapacityStrategy;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.time.Span;
import java.time.LocalDate;
import java.util.Map;

/**
 * Replays a storage network's record: raw and quality-adjusted power follow documented knots
 * exactly, activations and renewals follow theirs, and what leaves is what remains.
 *
 * <p>Quality-adjusted power above raw power is attributed to boosted units, each of which counts
 * {@code boost} times: boosted = (quality-adjusted - raw) / (boost - 1). Per class and day, with
 * power P before and P' after, activations A on record and E units whose commitment ends:
 *
 * <ul>
 *   <li>A is raised to P' - P where the record shows less, since power cannot come from nowhere, and
 *       lowered to P' where it shows more, since what arrives on a day is still there at its end;
 *   <li>what leaves is L = P + A - P';
 *   <li>renewals on record extend units that end soonest; of the E units that end, those not
 *       renewed expire; if they are more than L the surplus is extended too, if fewer the rest of L
 *       terminates early.
 * </ul>
 *
 * Knots are interpolated linearly between days; values are held before the first and after the
 * last.
 */
public final class DocumentedCapacity implements CapacityStrategy {
  private static final double SECTOR_BYTES = 0x1p35;
  private static final double PIB = 0x1p50;
  private static final double EIB = 0x1p60;

  private final Knots plainPower;
  private final Knots boostedPower;
  private final Knots plainAdded;
  private final Knots boostedAdded;
  private final Knots plainRenewed;
  private final Knots boostedRenewed;
  private final Opening opening;
  private final int termDays;

  /**
   * Parameters of {@code capacity: {documented: …}}.
   *
   * @param rawPower raw byte power by day
   * @param qualityPower quality-adjusted power by day
   * @param onboarded raw bytes activated per day, by day
   * @param onboardedQuality quality-adjusted bytes activated per day, by day
   * @param renewed raw bytes extended per day, by day
   * @param renewedQuality quality-adjusted bytes extended per day, by day
   * @param boost how often a boosted byte counts; the network's own
   * @param term length of a new or extended commitment
   * @param firstExpiry time until the first commitment of the opening capacity ends
   * @param openingAge age of the opening capacity
   */
  public record Spec(
      @InUnit("EiB") Map<LocalDate, Double> rawPower,
      @InUnit("EiB") Map<LocalDate, Double> qualityPower,
      @InUnit("PiB/day") Map<LocalDate, Double> onboarded,
      @InUnit("PiB/day") Map<LocalDate, Double> onboardedQuality,
      @InUnit("PiB/day") Map<LocalDate, Double> renewed,
      @InUnit("PiB/day") Map<LocalDate, Double> renewedQuality,
      @InUnit("1") int boost,
      Span term,
      Span firstExpiry,
      Span openingAge) {
    /**
     * Checks the knots.
     *
     * @throws IllegalArgumentException if a record is empty, boost is not above 1 or a length is out
     *     of range
     */
    public Spec {
      if (boost < 2) {
        throw new IllegalArgumentException("boost: must be 2 or more");
      }
      requireKnots("rawPower", rawPower);
      requireKnots("qualityPower", qualityPower);
      requireKnots("onboarded", onboarded);
      requireKnots("onboardedQuality", onboardedQuality);
      requireKnots("renewed", renewed);
      requireKnots("renewedQuality", renewedQuality);
      Terms.require("term", term, 1);
      Terms.require("firstExpiry", firstExpiry, 1);
      Terms.require("openingAge", openingAge, 0);
      if (Terms.days(firstExpiry) > Terms.days(term)) {
        throw new IllegalArgumentException(
            "firstExpiry: " + firstExpiry + " must not be longer than the term, " + term);
      }
    }

    private static void requireKnots(String field, Map<LocalDate, Double> knots) {
      if (knots.isEmpty()) {
        throw new IllegalArgumentException(field + ": must hold at least one day");
      }
      knots.forEach(
          (day, value) -> {
            if (!(value >= 0)) {
              throw new IllegalArgumentException(field + ": " + day + " must be 0 or more");
            }
          });
    }
  }

  /** The strategy of a spec. */
  public DocumentedCapacity(Spec spec, BuildContext context) {
    Knots raw = new Knots(spec.rawPower(), context.start(), EIB / SECTOR_BYTES);
    Knots quality = new Knots(spec.qualityPower(), context.start(), EIB / SECTOR_BYTES);
    Knots added = new Knots(spec.onboarded(), context.start(), PIB / SECTOR_BYTES);
    Knots addedQuality = new Knots(spec.onboardedQuality(), context.start(), PIB / SECTOR_BYTES);
    Knots renewed = new Knots(spec.renewed(), context.start(), PIB / SECTOR_BYTES);
    Knots renewedQuality = new Knots(spec.renewedQuality(), context.start(), PIB / SECTOR_BYTES);
    double perBoosted = 1.0 / (spec.boost() - 1);
    this.boostedPower = Knots.excess(quality, raw, perBoosted);
    this.plainPower = Knots.excess(raw, boostedPower, 1);
    this.boostedAdded = Knots.excess(addedQuality, added, perBoosted);
    this.plainAdded = Knots.excess(added, boostedAdded, 1);
    this.boostedRenewed = Knots.excess(renewedQuality, renewed, perBoosted);
    this.plainRenewed = Knots.excess(renewed, boostedRenewed, 1);
    this.termDays = Terms.days(spec.term());
    this.opening =
        new Opening(
            plainPower.at(0),
            boostedPower.at(0),
            Terms.days(spec.firstExpiry()),
            termDays,
            Terms.days(spec.openingAge()));
  }

  @Override
  public Opening opening() {
    return opening;
  }

  @Override
  public Decision decide(Observation o) {
    ClassDecision plain =
        ClassDecision.of(
            o.plain(),
            plainPower.at(o.day()),
            plainAdded.over(o.day(), o.days()),
            plainRenewed.over(o.day(), o.days()),
            o.endingPlain());
    ClassDecision boosted =
        ClassDecision.of(
            o.boosted(),
            boostedPower.at(o.day()),
            boostedAdded.over(o.day(), o.days()),
            boostedRenewed.over(o.day(), o.days()),
            o.endingBoosted());
    return new Decision(
        plain.add, boosted.add, plain.extend, boosted.extend, plain.terminate, boosted.terminate);
  }

  @Override
  public int termDays(long day) {
    return termDays;
  }

  /** One quality class on one day, in units. */
  private record ClassDecision(long add, long extend, long terminate) {
    static ClassDecision of(long now, long target, long onRecord, long renewed, long ending) {
      long add = Math.min(target, Math.max(onRecord, target - now));
      long leave = now + add - target;
      long extend = Math.min(renewed, now);
      long expiring = Math.max(0, ending - extend);
      if (expiring > leave) {
        extend += expiring - leave;
        expiring = leave;
      }
      return new ClassDecision(add, extend, Math.max(0, leave - expiring));
    }
  }
}
