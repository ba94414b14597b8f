package io.depinsim.core.engine.market;

import io.depinsim.core.incentive.Emission;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.state.StateVisitor;
import java.util.List;

/** Offers what is written, one number a settlement; the last holds from then on. */
final class MonthlyTokens implements Emission {
  private final double[] tokens;
  private final long[] settlement = new long[1];

  MonthlyTokens(double... tokens) {
    this.tokens = tokens;
  }

  @Override
  public double expected(Period period) {
    return tokens[(int) Math.min(settlement[0]++, tokens.length - 1)];
  }

  @Override
  public double perDayNow(double units) {
    return 0;
  }

  @Override
  public double targetUnits() {
    return 0;
  }

  @Override
  public List<Gauge> gauges() {
    return List.of();
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("settlement", settlement, 1);
  }
}
