package io.depinsim.core.engine;

import io.depinsim.core.world.Terms;
import java.util.Map;
import java.util.TreeMap;

/**
 * A strategy that follows a script: on days without a line it keeps what it has by extending it.
 */
final class Script implements CapacityStrategy {
  private final Opening opening;
  private final int termDays;
  private final boolean extendsOtherwise;
  private final Map<Long, Decision> lines = new TreeMap<>();

  private Script(Opening opening, int termDays, boolean extendsOtherwise) {
    this.opening = opening;
    this.termDays = termDays;
    this.extendsOtherwise = extendsOtherwise;
  }

  /** Keeps so many plain units for ever. */
  static Script keeping(long plain) {
    return keeping(plain, 0);
  }

  /** Keeps so many units of both classes for ever. */
  static Script keeping(long plain, long boosted) {
    return new Script(new Opening(plain, boosted, 1, 100, 0), 100, true);
  }

  /** Opens with nothing; what it adds ends after its term. */
  static Script ofTerm(int termDays) {
    return new Script(new Opening(0, 0, 1, 1, 0), termDays, false);
  }

  /** Adds plain units on a day. */
  Script add(long day, long units) {
    return on(day, plain(new Change(units, 0, 0, 0)));
  }

  /** Plain units leave early on a day. */
  Script terminate(long day, long units) {
    return on(day, plain(new Change(0, 0, 0, units)));
  }

  private static Decision plain(Change change) {
    return new Decision(change, new Change(0, 0, 0, 0));
  }

  Script on(long day, Decision decision) {
    lines.put(day, decision);
    return this;
  }

  @Override
  public Opening opening() {
    return opening;
  }

  @Override
  public Decision decide(Observation o) {
    Decision line = lines.get(o.day());
    if (line != null) {
      return line;
    }
    return extendsOtherwise
        ? new Decision(new Change(0, o.endingPlain(), 0, 0), new Change(0, o.endingBoosted(), 0, 0))
        : plain(new Change(0, 0, 0, 0));
  }

  @Override
  public Terms terms(long day) {
    return Terms.of(termDays);
  }
}
