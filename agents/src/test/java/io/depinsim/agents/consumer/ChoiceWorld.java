package io.depinsim.agents.consumer;

import io.depinsim.core.engine.market.DemandModel.Experience;
import io.depinsim.core.engine.market.DemandModel.Observation;
import io.depinsim.core.random.Streams;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.Ticks;
import io.depinsim.core.world.ConsumerTable;
import java.util.Arrays;

/**
 * People, what they like and what they are offered. A flawless unit is worth 20, a unit is used a
 * month whatever the price, noise is 10, and everybody moves at once unless a test says otherwise.
 */
final class ChoiceWorld {
  static final double[] NO_WAIT = new double[8];

  double value = 20;
  double valueSpread;
  double budget = 1000;
  double budgetSpread;
  double usage = 1;
  double referencePrice = 10;
  double elasticity;
  double networkEffect;
  double networkHalf = 0.25;
  double waitCost;
  double noise = 10;
  double belief = 0.9;
  double learning = 0.3;
  double moving = 1;
  double reachAtStart = 1;
  Span reachOver = Span.parse("0 months");
  String outside = "";
  double outsideAdvantage;
  QualityLoop.Spec experience;

  double month;
  double months = 1;
  boolean open = true;
  double[] wait = NO_WAIT;
  double outsidePrice = 12;
  double outsideReliability = 1;
  double factor = 1;
  double[] unitsPerMonth = new double[0];

  ServiceChoice.Spec spec() {
    return new ServiceChoice.Spec(
        value,
        valueSpread,
        budget,
        budgetSpread,
        usage,
        referencePrice,
        elasticity,
        networkEffect,
        networkHalf,
        waitCost,
        noise,
        belief,
        learning,
        moving,
        reachAtStart,
        reachOver,
        outside,
        outsideAdvantage,
        experience);
  }

  /** A table of so many people, one a row, who know who they are. */
  ConsumerTable people(int rows, int tiers) {
    long[] entity = new long[rows];
    Arrays.setAll(entity, row -> row);
    return opened(
        new ConsumerTable(
            "them", 1, entity, tiers, experience != null && experience.churn() != null));
  }

  ConsumerTable opened(ConsumerTable table) {
    new ServiceChoice(spec()).open(table, new Streams(7, 0));
    return table;
  }

  /** One market period at these prices by tier. */
  ConsumerTable decide(ConsumerTable table, double... prices) {
    unitsPerMonth = new double[prices.length];
    long now = Math.round(month * Ticks.MICROS_PER_MONTH);
    new ServiceChoice(spec())
        .decide(
            new Observation(
                now, months, open, prices, wait, outsidePrice, outsideReliability, factor),
            table,
            unitsPerMonth);
    return table;
  }

  /** What was lived through where nothing was late or down and nobody waited. */
  static Experience arrived(double... quality) {
    int tiers = quality.length;
    return new Experience(quality, new double[tiers], new double[tiers], new double[tiers]);
  }

  /** Share of people who use the first tier after one period at a price. */
  double share(double price) {
    return decide(people(1, 1), price).totalUsers();
  }
}
