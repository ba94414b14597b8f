package io.depinsim.agents.provider;

import io.depinsim.core.engine.CapacityStrategy;
import io.depinsim.core.incentive.filecoin.SectorUnit;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.time.Span;
import io.depinsim.core.world.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Replays a storage network's record: raw and quality-adjusted power follow documented knots
 * exactly, activations and renewals follow theirs, and what leaves is what remains.
 *
 * <p>Quality-adjusted power above raw power is attributed to boosted units, each of which counts
 * {@code boost} times: boosted = (quality-adjusted - raw) / (boost - 1). Per class and day, with
 * power P before and P' after, activations A on record and E units whose commitment ends:
 *
 * <ul>
 *   <li>A is raised to P' - P where the record shows less, since power cannot come from nowhere,
 *       and lowered to P' where it shows more, since what arrives on a day is still there at its
 *       end;
 *   <li>what leaves is L = P + A - P';
 *   <li>of these, as many as the record shows terminate early; the others run out: those that end
 *       today, then those soonest due, whose ends the model had only guessed;
 *   <li>what ends today and does not leave is extended; where the record shows more renewals than
 *       that, others are extended ahead of time.
 * </ul>
 *
 * Knots are interpolated linearly between days; values are held before the first and after the
 * last.
 */
public final class DocumentedCapacity implements CapacityStrategy {
  private static final double PIB = 0x1p50;
  private static final double EIB = 0x1p60;

  private final History power;
  private final History added;
  private final History renewed;
  private final Knots terminated;
  private final Opening opening;
  private final Terms terms;

  /**
   * Parameters of {@code capacity: {documented: …}}.
   *
   * @param rawPower raw byte power by day
   * @param quality quality-adjusted power over raw power, by day
   * @param onboarded raw bytes activated per day, by day
   * @param onboardedQuality quality-adjusted over raw bytes of what is activated, by day
   * @param renewed raw bytes extended per day, by day
   * @param renewedQuality quality-adjusted over raw bytes of what is extended, by day
   * @param terminated raw bytes per day that leave before their commitment ends, by day; plain
   *     units
   * @param shortestTerm shortest length of a new or extended commitment
   * @param longestTerm longest length
   * @param termParts number of equal parts whose lengths are spread evenly between the two
   * @param firstExpiry time until the first commitment of the opening capacity ends
   * @param openingAge age of the opening capacity
   */
  public record Spec(
      @InRange(atLeast = "0", atMost = "100000") @InUnit("EiB") Map<LocalDate, Double> rawPower,
      @InRange(atLeast = "1") @InUnit("1") Map<LocalDate, Double> quality,
      @InRange(atLeast = "0", atMost = "1000000") @InUnit("PiB/day")
          Map<LocalDate, Double> onboarded,
      @InRange(atLeast = "1") @InUnit("1") Map<LocalDate, Double> onboardedQuality,
      @InRange(atLeast = "0", atMost = "1000000") @InUnit("PiB/day") Map<LocalDate, Double> renewed,
      @InRange(atLeast = "1") @InUnit("1") Map<LocalDate, Double> renewedQuality,
      @InRange(atLeast = "0", atMost = "1000000") @InUnit("PiB/day")
          Map<LocalDate, Double> terminated,
      Span shortestTerm,
      Span longestTerm,
      @InRange(atLeast = "1") @InUnit("1") int termParts,
      Span firstExpiry,
      Span openingAge) {
    /**
     * Checks the knots.
     *
     * @throws IllegalArgumentException if a record is empty, a quality above the boost, boost not
     *     above 1 or a length out of range
     */
    public Spec {
      requireKnots("rawPower", rawPower);
      requireKnots("quality", quality);
      requireKnots("onboarded", onboarded);
      requireKnots("onboardedQuality", onboardedQuality);
      requireKnots("renewed", renewed);
      requireKnots("renewedQuality", renewedQuality);
      requireKnots("terminated", terminated);
      TermLengths.require("shortestTerm", shortestTerm, 1);
      TermLengths.require("longestTerm", longestTerm, 1);
      TermLengths.require("firstExpiry", firstExpiry, 1);
      TermLengths.require("openingAge", openingAge, 0);
      if (TermLengths.days(firstExpiry) > TermLengths.days(longestTerm)) {
        throw new IllegalArgumentException(
            "firstExpiry: " + firstExpiry + " must not be longer than longestTerm, " + longestTerm);
      }
    }

    private static void requireKnots(String field, Map<LocalDate, Double> knots) {
      if (knots.isEmpty()) {
        throw new IllegalArgumentException(field + ": must hold at least one day");
      }
    }
  }

  /** The strategy of a spec. */
  public DocumentedCapacity(Spec spec, BuildContext context) {
    requireQuality("quality", spec.quality(), context);
    requireQuality("onboardedQuality", spec.onboardedQuality(), context);
    requireQuality("renewedQuality", spec.renewedQuality(), context);
    Instant start = context.start();
    Knots raw = new Knots(spec.rawPower(), start, EIB / SectorUnit.BYTES);
    Knots added = new Knots(spec.onboarded(), start, PIB / SectorUnit.BYTES);
    Knots renewed = new Knots(spec.renewed(), start, PIB / SectorUnit.BYTES);
    this.power = new History(raw, new Knots(spec.quality(), start, 1), context.boost());
    this.added = new History(added, new Knots(spec.onboardedQuality(), start, 1), context.boost());
    this.renewed =
        new History(renewed, new Knots(spec.renewedQuality(), start, 1), context.boost());
    this.terminated = new Knots(spec.terminated(), start, PIB / SectorUnit.BYTES);
    this.terms =
        new Terms(
            TermLengths.days(spec.shortestTerm()),
            TermLengths.days(spec.longestTerm()),
            spec.termParts());
    this.opening =
        new Opening(
            power.plain(0),
            power.boosted(0),
            TermLengths.days(spec.firstExpiry()),
            TermLengths.days(spec.longestTerm()),
            TermLengths.days(spec.openingAge()));
  }

  @Override
  public Opening opening() {
    return opening;
  }

  @Override
  public Decision decide(Observation o) {
    return new Decision(
        change(
            o.plain(),
            power.plain(o.day()),
            added.plainOver(o.day(), o.days()),
            renewed.plainOver(o.day(), o.days()),
            terminatedOver(o.day(), o.days()),
            o.endingPlain()),
        change(
            o.boosted(),
            power.boosted(o.day()),
            added.boostedOver(o.day(), o.days()),
            renewed.boostedOver(o.day(), o.days()),
            0,
            o.endingBoosted()));
  }

  /** One quality class on one day, in units. */
  private static Change change(
      long now, long target, long onRecord, long renewed, long terminated, long ending) {
    long add = Math.min(target, Math.max(onRecord, target - now));
    long leave = now + add - target;
    long terminate = Math.min(terminated, leave);
    long expire = Math.min(ending, leave - terminate);
    long extend = ending - expire;
    long early = Math.max(0, Math.min(renewed - extend, now - leave - extend));
    return new Change(add, extend, early, terminate, leave - terminate - expire);
  }

  private long terminatedOver(long day, int days) {
    return LongStream.rangeClosed(day - days + 1, day).map(d -> Math.round(terminated.at(d))).sum();
  }

  /** Refuses qualities above the network's boost: they would leave plain units below zero. */
  private static void requireQuality(
      String field, Map<LocalDate, Double> knots, BuildContext context) {
    if (context.boost() < 2) {
      throw new IllegalArgumentException(
          "networks." + context.network() + ".unit.boost: must be 2 or more to replay quality");
    }
    knots.forEach(
        (day, value) -> {
          if (value > context.boost()) {
            throw new IllegalArgumentException(
                field
                    + ": "
                    + day
                    + ": "
                    + value
                    + " must be at most `unit.boost` of "
                    + context.network()
                    + ", "
                    + context.boost());
          }
        });
  }

  @Override
  public Terms terms(long day) {
    return terms;
  }

  /** A quantity on record, divided into quality classes. */
  private record History(Knots raw, Knots quality, int boost) {
    long boosted(long day) {
      return Math.round(raw.at(day) * (quality.at(day) - 1) / (boost - 1));
    }

    long plain(long day) {
      return Math.round(raw.at(day)) - boosted(day);
    }

    /** Sum over the {@code days} days that end with {@code day}, for a quantity per day. */
    long plainOver(long day, int days) {
      return LongStream.rangeClosed(day - days + 1, day).map(this::plain).sum();
    }

    /** The same for boosted units. */
    long boostedOver(long day, int days) {
      return LongStream.rangeClosed(day - days + 1, day).map(this::boosted).sum();
    }
  }
}
