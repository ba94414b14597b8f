package io.depinsim.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Layers of a stack can be told apart, by readers with a colour vision deficiency too. */
class LayerColoursTest {
  private static final int LAYERS = 12;
  private static final double NEIGHBOURS_APART = 30;
  private static final double ANY_APART = 10;

  /** Machado, Oliveira and Fernandes 2009, severity 1: normal, protan, deutan. */
  private static final double[][] SIGHT = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}
  };

  @Test
  void noTwoOfTwoRoundsAreEqual() {
    for (IntFunction<Color> page :
        List.<IntFunction<Color>>of(ChartStyle::layer, ChartStyle::darkLayer)) {
      Set<Color> seen = new HashSet<>();
      for (int i = 0; i < 2 * LAYERS; i++) {
        seen.add(page.apply(i));
      }
      assertEquals(2 * LAYERS, seen.size());
    }
  }

  @Test
  void neighboursDifferClearlyAndAllDifferVisibly() {
    for (int sight = 0; sight < SIGHT.length; sight++) {
      for (int i = 0; i < LAYERS; i++) {
        for (int j = i + 1; j < LAYERS; j++) {
          double apart = apart(ChartStyle.layer(i), ChartStyle.layer(j), SIGHT[sight]);
          double least = j == i + 1 ? NEIGHBOURS_APART : ANY_APART;
          assertTrue(apart >= least, i + " and " + j + " by sight " + sight + ": " + apart);
        }
      }
    }
  }

  private static double apart(Color one, Color other, double[] sight) {
    double[] a = lab(one, sight);
    double[] b = lab(other, sight);
    return StrictMath.sqrt(
        (a[0] - b[0]) * (a[0] - b[0])
            + (a[1] - b[1]) * (a[1] - b[1])
            + (a[2] - b[2]) * (a[2] - b[2]));
  }

  private static double[] lab(Color colour, double[] sight) {
    double[] linear = {
      linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())
    };
    double[] seen = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        seen[row] += sight[3 * row + column] * linear[column];
      }
      seen[row] = Math.max(0, Math.min(1, seen[row]));
    }
    double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
    double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
    double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double f(double t) {
    return t > 0.008856 ? StrictMath.cbrt(t) : 7.787 * t + 16.0 / 116;
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
  }
}
