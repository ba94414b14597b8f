package io.depinsim.reports.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places the labels right of a plot: each at the end of its line where they fit, else as a legend
 * from the top in the order of the ends.
 */
final class LabelColumn {

  /** How far a label may stand from the end of its line and still belong to it, in pixels. */
  private static final double FARTHEST = 26;

  /** What stands before a label. */
  enum Swatch {
    LINE,
    SQUARE,
    DOT,
    RING
  }

  /**
   * A label.
   *
   * @param lines its text
   * @param end vertical place of the line's end, pixels downwards
   * @param colour of the line
   * @param dash dash pattern of the line
   * @param swatch what stands before it
   */
  record Label(List<String> lines, double end, Color colour, int dash, Swatch swatch) {
    double height() {
      return lines.size() * 14 + 4;
    }
  }

  /**
   * A label with its place.
   *
   * @param label the label
   * @param middle vertical middle, pixels downwards
   */
  record Placed(Label label, double middle) {}

  private LabelColumn() {}

  /** Places all labels between top and bottom. */
  static List<Placed> place(List<Label> labels, double top, double bottom) {
    List<Label> sorted = new ArrayList<>(labels);
    sorted.sort(Comparator.comparingDouble(Label::end));
    double[] middles = spread(sorted);
    double room = 0;
    for (int i = 0; i < middles.length; i++) {
      room = Math.max(room, Math.abs(middles[i] - sorted.get(i).end()));
    }
    boolean direct = room <= FARTHEST && fits(sorted, middles, top, bottom);
    return direct ? at(sorted, middles) : legend(sorted, top);
  }

  private static boolean fits(List<Label> sorted, double[] middles, double top, double bottom) {
    int last = middles.length - 1;
    return last < 0
        || middles[0] - sorted.get(0).height() / 2 >= top - 12
            && middles[last] + sorted.get(last).height() / 2 <= bottom + 16;
  }

  /** Least-squares places that keep the order and the distances (pool adjacent violators). */
  private static double[] spread(List<Label> sorted) {
    int n = sorted.size();
    double[] offset = new double[n];
    for (int i = 1; i < n; i++) {
      offset[i] = offset[i - 1] + (sorted.get(i - 1).height() + sorted.get(i).height()) / 2;
    }
    double[] level = new double[n];
    int[] size = new int[n];
    int blocks = 0;
    for (int i = 0; i < n; i++) {
      level[blocks] = sorted.get(i).end() - offset[i];
      size[blocks++] = 1;
      while (blocks > 1 && level[blocks - 2] > level[blocks - 1]) {
        int both = size[blocks - 2] + size[blocks - 1];
        level[blocks - 2] =
            (level[blocks - 2] * size[blocks - 2] + level[blocks - 1] * size[blocks - 1]) / both;
        size[blocks-- - 2] = both;
      }
    }
    double[] middles = new double[n];
    int i = 0;
    for (int block = 0; block < blocks; block++) {
      for (int k = 0; k < size[block]; k++, i++) {
        middles[i] = level[block] + offset[i];
      }
    }
    return middles;
  }

  private static List<Placed> at(List<Label> sorted, double[] middles) {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < middles.length; i++) {
      placed.add(new Placed(sorted.get(i), middles[i]));
    }
    return placed;
  }

  private static List<Placed> legend(List<Label> sorted, double top) {
    List<Placed> placed = new ArrayList<>();
    double y = top;
    for (Label label : sorted) {
      placed.add(new Placed(label, y + label.height() / 2));
      y += label.height() + 4;
    }
    return placed;
  }
}
