package io.depinsim.agents.allocator;

import io.depinsim.core.state.StateVisitor;

/**
 * Additive exponential smoothing of level, trend and season of an hourly series with a season of a
 * day. The first two days are learned as they are: the trend from their means, the season from what
 * is left; a series of a straight line and a daily pattern is foretold without error from then on.
 *
 * <pre>
 * level' = alpha (y - season) + (1 - alpha) (level + trend)
 * trend' = beta (level' - level) + (1 - beta) trend
 * season' = gamma (y - level') + (1 - gamma) season
 * </pre>
 *
 * @see <a href="https://otexts.com/fpp3/holt-winters.html">Hyndman, Athanasopoulos: Forecasting,
 *     principles and practice, 8.3</a>
 */
public final class HoltWinters {
  /** Hours of a season. */
  public static final int SEASON = 24;

  private static final int LEVEL = 0;
  private static final int TREND = 1;
  private static final int COUNT = 2;

  private final double alpha;
  private final double beta;
  private final double gamma;
  private final double[] figures = new double[3];
  private final double[] season = new double[SEASON];
  private final double[] firstDays = new double[2 * SEASON];

  /**
   * Nothing learned.
   *
   * @param alpha smoothing of the level, 0 to 1
   * @param beta smoothing of the trend, 0 to 1
   * @param gamma smoothing of the season, 0 to 1
   */
  public HoltWinters(double alpha, double beta, double gamma) {
    this.alpha = alpha;
    this.beta = beta;
    this.gamma = gamma;
  }

  /** Whether it has seen two days, without which it foretells nothing. */
  public boolean ready() {
    return figures[COUNT] >= firstDays.length;
  }

  /** The value of one more hour. */
  public void add(double value) {
    int count = (int) figures[COUNT]++;
    if (count < firstDays.length) {
      firstDays[count] = value;
      if (count == firstDays.length - 1) {
        learn();
      }
      return;
    }
    int hour = count % SEASON;
    double level = figures[LEVEL];
    double trend = figures[TREND];
    figures[LEVEL] = alpha * (value - season[hour]) + (1 - alpha) * (level + trend);
    figures[TREND] = beta * (figures[LEVEL] - level) + (1 - beta) * trend;
    season[hour] = gamma * (value - figures[LEVEL]) + (1 - gamma) * season[hour];
  }

  private void learn() {
    double first = 0;
    double second = 0;
    for (int hour = 0; hour < SEASON; hour++) {
      first += firstDays[hour] / SEASON;
      second += firstDays[SEASON + hour] / SEASON;
    }
    double trend = (second - first) / SEASON;
    double middle = (SEASON - 1) / 2.0;
    for (int hour = 0; hour < SEASON; hour++) {
      double slope = trend * (hour - middle);
      season[hour] =
          (firstDays[hour] - first - slope + firstDays[SEASON + hour] - second - slope) / 2;
    }
    figures[TREND] = trend;
    figures[LEVEL] = second + trend * middle;
  }

  /**
   * What is expected of an hour to come; not below 0.
   *
   * @param ahead 1 for the next hour
   */
  public double forecast(int ahead) {
    int hour = ((int) figures[COUNT] + ahead - 1) % SEASON;
    return Math.max(0, figures[LEVEL] + ahead * figures[TREND] + season[hour]);
  }

  /** Level of the series without its season. */
  public double level() {
    return figures[LEVEL];
  }

  /** Shows what it has learned under names of its own. */
  void show(String name, StateVisitor visitor) {
    visitor.doubles(name + ".figures", figures, figures.length);
    visitor.doubles(name + ".season", season, SEASON);
    visitor.doubles(name + ".firstDays", firstDays, firstDays.length);
  }
}
