package io.depinsim.reports.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Tries whether charts can be drawn on this machine. */
public final class DrawingTrial {
  private DrawingTrial() {}

  /** Draws a word. Returns why that failed, or nothing. */
  public static Optional<String> findTrouble() {
    try {
      Font font = Font.createFont(Font.TRUETYPE_FONT, HeadlessFonts.prepare().toFile());
      BufferedImage image = new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setColor(Color.WHITE);
      graphics.setFont(font.deriveFont(14f));
      graphics.drawString("depin", 4, 15);
      graphics.dispose();
      for (int pixel : image.getRGB(0, 0, 60, 20, null, 0, 60)) {
        if ((pixel & 0xffffff) != 0) {
          return Optional.empty();
        }
      }
      return Optional.of("a word that was drawn left no trace");
    } catch (IOException | UncheckedIOException | FontFormatException | LinkageError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
