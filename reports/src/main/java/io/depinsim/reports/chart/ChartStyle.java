package io.depinsim.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Stroke;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** How every chart looks: sizes, type, colours, strokes. Nothing else decides these. */
public final class ChartStyle {

  /** Width of a chart in pixels. */
  public static final int WIDTH = 960;

  /** Height of a chart with one panel in pixels. */
  public static final int HEIGHT = 540;

  /** More lines than this become small multiples. */
  public static final int MAX_LINES = 6;

  /** Family list written into an SVG: the file carries no font, so look-alikes follow. */
  public static final String FONT_STACK = "Liberation Sans, Arial, Helvetica, sans-serif";

  static final int TEXT_PX = 12;
  static final int TITLE_PX = 16;
  static final int FOOTER_PX = 11;

  static final Color PAPER = new Color(0xffffff);
  static final Color INK = new Color(0x202124);
  static final Color MUTED = new Color(0x5f6368);
  static final Color AXIS = new Color(0x9aa0a6);
  static final Color GRID = new Color(0xe4e7ea);
  static final Color HISTORY = new Color(0x000000);
  static final Color BASE = new Color(0x4d4d4d);

  /**
   * Okabe and Ito's palette without black, in the order in which neighbours differ most, and dark
   * shades for those who come after.
   */
  private static final List<Color> PALETTE =
      List.of(
          new Color(0x0072b2),
          new Color(0xd55e00),
          new Color(0x009e73),
          new Color(0xcc79a7),
          new Color(0xe69f00),
          new Color(0x56b4e9),
          new Color(0xf0e442),
          new Color(0x332288),
          new Color(0x661100),
          new Color(0x5f7f2f));

  /** The palette and darker shades, ordered so that neighbours differ for every colour vision. */
  private static final List<Color> LAYERS =
      List.of(
          new Color(0x0072b2),
          new Color(0xd55e00),
          new Color(0xcc79a7),
          new Color(0xf0e442),
          new Color(0x56b4e9),
          new Color(0xe69f00),
          new Color(0x009e73),
          new Color(0x332288),
          new Color(0x661100),
          new Color(0xbbbbbb),
          new Color(0x222222),
          new Color(0x5f7f2f));

  /** The scale of Smith, van der Walt and Firing, in ten equal steps. */
  private static final List<Color> VIRIDIS =
      List.of(
          new Color(0x440154),
          new Color(0x482878),
          new Color(0x3e4a89),
          new Color(0x31688e),
          new Color(0x26828e),
          new Color(0x1f9e89),
          new Color(0x35b779),
          new Color(0x6dcd59),
          new Color(0xb4de2c),
          new Color(0xfde725));

  /** How far a layer's colour goes towards the paper: in the first round of the list, and later. */
  private static final double SOFT = 0.28;

  private static final double SOFTER = 0.62;

  private static final float BAND_OPACITY = 0.18f;
  private static final float[][] DASHES = {null, {7, 4}, {2, 3}, {10, 3, 2, 3}};
  private static final double LEGIBLE_CONTRAST = 4.5;

  /** Colours of more contrast on paper than this are too dark for a dark page. */
  private static final double SINKS = 8;

  private final Font regular;

  private ChartStyle(Font regular) {
    this.regular = regular;
  }

  /** Loads the typeface; prepares fonts if nobody has. */
  public static ChartStyle load() {
    try {
      Font base = Font.createFont(Font.TRUETYPE_FONT, HeadlessFonts.prepare().toFile());
      return new ChartStyle(base);
    } catch (IOException e) {
      throw new UncheckedIOException("fonts: cannot read Liberation Sans", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("fonts: Liberation Sans is not a TrueType file", e);
    }
  }

  Font font(int px) {
    return regular.deriveFont((float) px);
  }

  Font bold(int px) {
    return regular.deriveFont(Font.BOLD, px);
  }

  /** Colour of a line; -1 is the base case. */
  static Color line(int index) {
    return index < 0 ? BASE : PALETTE.get(index % PALETTE.size());
  }

  /** Fill of a layer in a stack, softened so that large areas stay quiet. */
  static Color layer(int index) {
    return mix(LAYERS.get(index % LAYERS.size()), PAPER, index < LAYERS.size() ? SOFT : SOFTER);
  }

  /** Colour of a share of a scale, 0 to 1: viridis, whose steps look alike to every eye. */
  static Color heat(double share) {
    double at = Math.max(0, Math.min(1, share)) * (VIRIDIS.size() - 1);
    int below = Math.min((int) at, VIRIDIS.size() - 2);
    return mix(VIRIDIS.get(below), VIRIDIS.get(below + 1), at - below);
  }

  /** Whether light text reads better than dark on a colour. */
  static boolean isDark(Color colour) {
    return contrastOnPaper(colour) > LEGIBLE_CONTRAST;
  }

  /** The colour at band opacity. */
  static Color band(Color colour) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), Math.round(255 * BAND_OPACITY));
  }

  /** The colour, darkened until text in it reads on white (contrast 4.5 to 1). */
  static Color text(Color colour) {
    Color result = colour;
    while (contrastOnPaper(result) < LEGIBLE_CONTRAST) {
      result = mix(result, INK, 0.08);
    }
    return result;
  }

  static Stroke lineStroke(int dash) {
    float[] pattern = DASHES[dash % DASHES.length];
    return pattern == null
        ? new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, pattern, 0f);
  }

  static Stroke hairline() {
    return new BasicStroke(1f);
  }

  /**
   * Rules that recolour an inlined chart on a dark page: neutrals are swapped, data colours
   * lightened. They match the colours as the SVG writes them, so they belong here.
   *
   * @param prefix selector of the {@code svg} elements
   */
  public static String darkRules(String prefix) {
    StringBuilder css = new StringBuilder();
    rule(css, prefix, PAPER, "#15181c");
    rule(css, prefix, INK, "#e8eaed");
    rule(css, prefix, MUTED, "#a8adb3");
    rule(css, prefix, AXIS, "#6b7178");
    rule(css, prefix, GRID, "#2b3036");
    rule(css, prefix, HISTORY, "#ffffff");
    rule(css, prefix, BASE, "#c4c7cb");
    for (int i = 0; i < PALETTE.size(); i++) {
      Color colour = PALETTE.get(i);
      String light = hex(mix(colour, PAPER, 0.25));
      rule(css, prefix, colour, light);
      if (!text(colour).equals(colour)) {
        rule(css, prefix, text(colour), light);
      }
    }
    for (int i = 0; i < 2 * LAYERS.size(); i++) {
      rule(css, prefix, layer(i), hex(darkLayer(i)));
    }
    return css.toString();
  }

  /** Light colours are darkened, dark ones lightened: they must not sink into a dark page. */
  static Color darkLayer(int index) {
    Color colour = LAYERS.get(index % LAYERS.size());
    boolean dark = contrastOnPaper(colour) > SINKS;
    Color page = new Color(0x15181c);
    Color shown = dark ? mix(colour, PAPER, 0.35) : mix(colour, page, 0.25);
    return index < LAYERS.size() ? shown : mix(shown, page, 0.5);
  }

  private static void rule(StringBuilder css, String prefix, Color from, String to) {
    for (String attribute : new String[] {"fill", "stroke"}) {
      String matching = "[" + attribute + "=\"" + hex(from) + "\"]";
      css.append(prefix).append(matching).append(',').append(prefix).append(' ').append(matching);
      css.append('{').append(attribute).append(':').append(to).append("}\n");
    }
  }

  static String hex(Color colour) {
    return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
  }

  static Color mix(Color colour, Color other, double share) {
    return new Color(
        mix(colour.getRed(), other.getRed(), share),
        mix(colour.getGreen(), other.getGreen(), share),
        mix(colour.getBlue(), other.getBlue(), share));
  }

  private static int mix(int a, int b, double share) {
    return (int) Math.round(a + (b - a) * share);
  }

  private static double contrastOnPaper(Color colour) {
    double luminance =
        0.2126 * linear(colour.getRed())
            + 0.7152 * linear(colour.getGreen())
            + 0.0722 * linear(colour.getBlue());
    return 1.05 / (luminance + 0.05);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
  }
}
