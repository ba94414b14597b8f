package io.depinsim.experiments.sweep;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Designs that fill the unit cube. Draws are keyed to the path of an input, so that the values of
 * one do not depend on which others are varied beside it. Names stand as the command line has them.
 */
public enum Design {
  /**
   * Latin hypercube: for each input every one of {@code points} equal strata holds one point, at a
   * random place in it; which point, is a random permutation.
   */
  latinHypercube {
    @Override
    double[][] fill(long seed, int points, List<String> inputs) {
      double[][] places = new double[points][inputs.size()];
      Streams streams = new Streams(seed, 0);
      for (int i = 0; i < inputs.size(); i++) {
        long entity = Entity.ofName(inputs.get(i));
        int[] strata = permutation(streams.at(Purpose.UNCERTAINTY, entity, PERMUTATION), points);
        Draws within = streams.at(Purpose.UNCERTAINTY, entity, PLACE);
        for (int p = 0; p < points; p++) {
          places[p][i] = (strata[p] + within.nextUniform()) / points;
        }
      }
      return places;
    }
  },

  /**
   * Sobol's sequence without its first point, each input turned by a random shift modulo 1 (Cranley
   * and Patterson), so that seeds give different designs.
   */
  sobol {
    @Override
    double[][] fill(long seed, int points, List<String> inputs) {
      if (inputs.size() > MOST_DIMENSIONS) {
        throw new IllegalArgumentException(
            "sobol: "
                + inputs.size()
                + " inputs, but the sequence has at most "
                + MOST_DIMENSIONS
                + " dimensions. Maybe latinHypercube, or fewer inputs?");
      }
      double[][] places = new double[points][];
      SobolSequenceGenerator sequence = new SobolSequenceGenerator(inputs.size());
      sequence.nextVector();
      Streams streams = new Streams(seed, 0);
      for (int p = 0; p < points; p++) {
        places[p] = sequence.nextVector();
        for (int i = 0; i < places[p].length; i++) {
          double turned = places[p][i] + shift(streams, inputs.get(i));
          places[p][i] = turned < 1 ? turned : turned - 1;
        }
      }
      return places;
    }
  };

  /** Points that a design may have: a stream has a little more than a hundred thousand values. */
  static final int MOST_POINTS = 100_000;

  private static final int MOST_DIMENSIONS = 1000;
  private static final long PERMUTATION = 0;
  private static final long PLACE = 1;
  private static final long SHIFT = 2;

  /** The points, by number and then by input, each coordinate in [0, 1). */
  abstract double[][] fill(long seed, int points, List<String> inputs);

  /**
   * The points of a design.
   *
   * @param points how many, 1 to 100,000
   * @param inputs paths of the inputs, no two alike
   * @return coordinates by point and then by input, in [0, 1)
   * @throws IllegalArgumentException if there are too many points or inputs, or two inputs would
   *     share their random numbers
   */
  public double[][] points(long seed, int points, List<String> inputs) {
    if (points < 1 || points > MOST_POINTS) {
      throw new IllegalArgumentException(
          "points: " + points + ": must be 1 to " + MOST_POINTS + ".");
    }
    Map<Long, String> taken = new HashMap<>();
    for (String input : inputs) {
      String other = taken.put(Entity.ofName(input), input);
      if (other != null) {
        throw new IllegalArgumentException(
            "inputs: "
                + other
                + " and "
                + input
                + " would share their random numbers. Maybe vary"
                + " one of them at a time, with --inputs?");
      }
    }
    return fill(seed, points, inputs);
  }

  private static double shift(Streams streams, String input) {
    return streams.at(Purpose.UNCERTAINTY, Entity.ofName(input), SHIFT).nextUniform();
  }

  private static int[] permutation(Draws draws, int size) {
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      int other = draws.nextInt(i + 1);
      places[i] = places[other];
      places[other] = i;
    }
    return places;
  }
}
