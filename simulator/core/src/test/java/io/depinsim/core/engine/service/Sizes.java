package io.depinsim.core.engine.service;

import io.depinsim.core.random.Draws;
import io.depinsim.core.state.StateVisitor;

/** Arrivals and work for tests of the service of jobs. */
final class Sizes {
  private Sizes() {}

  /** Arrivals by chance. */
  static final class Poisson implements ArrivalStream {
    @Override
    public double next(double afterMicros, double perMicro, Draws draws) {
      return afterMicros + draws.nextExponential(1) / perMicro;
    }

    @Override
    public void visitState(StateVisitor visitor) {}
  }

  /** Arrivals at stated hours that bring stated work. */
  static final class Listed implements ArrivalStream {
    private final double[] hoursAndUnits;
    private final long[] at = new long[1];

    Listed(double... hoursAndUnits) {
      this.hoursAndUnits = hoursAndUnits;
    }

    @Override
    public double next(double afterMicros, double perMicro, Draws draws) {
      int i = (int) at[0]++;
      return 2 * i < hoursAndUnits.length ? hoursAndUnits[2 * i] * JobWorld.HOUR : NEVER;
    }

    @Override
    public double statedWork() {
      return hoursAndUnits[2 * (int) at[0] - 1];
    }

    @Override
    public void visitState(StateVisitor visitor) {
      visitor.longs("at", at, 1);
    }
  }

  /** Exponential work. */
  record Exponential(double mean) implements WorkSize {
    @Override
    public double squaredVariation() {
      return 1;
    }

    @Override
    public double sample(Draws draws) {
      return draws.nextExponential(mean);
    }
  }

  /** Always the same work. */
  record Constant(double mean) implements WorkSize {
    @Override
    public double squaredVariation() {
      return 0;
    }

    @Override
    public double sample(Draws draws) {
      return mean;
    }
  }

  /** Of a share {@code small} the mean {@code little}, of the rest {@code much}. */
  record TwoSorts(double small, double little, double much) implements WorkSize {
    @Override
    public double mean() {
      return small * little + (1 - small) * much;
    }

    @Override
    public double squaredVariation() {
      double square = 2 * (small * little * little + (1 - small) * much * much);
      return square / (mean() * mean()) - 1;
    }

    @Override
    public double sample(Draws draws) {
      return draws.nextExponential(draws.nextUniform() < small ? little : much);
    }
  }

  /** Log-normal work of mean 1 with this standard deviation of the logarithm. */
  record LogNormal(double sigma) implements WorkSize {
    @Override
    public double mean() {
      return 1;
    }

    @Override
    public double squaredVariation() {
      return Math.exp(sigma * sigma) - 1;
    }

    @Override
    public double sample(Draws draws) {
      return draws.nextLogNormal(-sigma * sigma / 2, sigma);
    }
  }
}
