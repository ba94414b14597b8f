package io.depinsim.reports.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes text at exact places. Widths come from the typeface without hinting, so that they are the
 * same on every machine; positions are rounded to a tenth of a pixel.
 */
final class Pen {

  /** Which end of the text stands at the given place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** Share of the type size by which a baseline lies below the middle of capital letters. */
  static final double MIDDLE_TO_BASELINE = 0.36;

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final Graphics2D graphics;

  Pen(Graphics2D graphics) {
    this.graphics = graphics;
  }

  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, EXACT).getWidth();
  }

  void write(String text, double x, double baseline, Anchor anchor, Font font, Color colour) {
    if (text.isEmpty()) {
      return;
    }
    graphics.setFont(font);
    graphics.setPaint(colour);
    if (graphics instanceof SvgGraphics svg) {
      svg.drawAnchored(text, tenth(x), tenth(baseline), anchor);
      return;
    }
    double shift =
        switch (anchor) {
          case START -> 0;
          case MIDDLE -> width(text, font) / 2;
          case END -> width(text, font);
        };
    graphics.drawString(text, tenth(x - shift), tenth(baseline));
  }

  /** Breaks a text between words into lines of at most the given width; a long word stays whole. */
  static List<String> wrap(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, font) > width) {
        lines.add(line.toString());
        line.setLength(0);
        longer = word;
      }
      line.setLength(0);
      line.append(longer);
    }
    lines.add(line.toString());
    return lines;
  }

  private static float tenth(double value) {
    return Math.round(value * 10) / 10f;
  }
}
