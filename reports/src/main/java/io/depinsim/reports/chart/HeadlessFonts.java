package io.depinsim.reports.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes drawing work on a machine without a screen, without fonts and without fontconfig.
 *
 * <p>Writes Liberation Sans (from the pdfbox jar) and a {@code fontconfig.properties} that maps the
 * five logical families of Java to it into a private temporary folder and points the system
 * property {@value #CONFIG_PROPERTY} there. The property is internal to the JDK, so a test watches
 * it. Must run before any AWT class is loaded; this class loads none.
 */
public final class HeadlessFonts {

  /** Where the JDK looks for its table of logical fonts. */
  public static final String CONFIG_PROPERTY = "sun.awt.fontconfig";

  /** Where {@link #prepare} has put the font file. */
  public static final String FILE_PROPERTY = "depinsim.fontFile";

  private static final String RESOURCE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String[] FAMILIES = {
    "serif", "sansserif", "monospaced", "dialog", "dialoginput"
  };
  private static final String[] STYLES = {"plain", "bold", "italic", "bolditalic"};

  private HeadlessFonts() {}

  /**
   * Sets the process up for drawing; later calls return the same file and change nothing.
   *
   * @return the TrueType file of Liberation Sans
   * @throws UncheckedIOException if the temporary folder cannot be written
   */
  public static synchronized Path prepare() {
    String earlier = System.getProperty(FILE_PROPERTY);
    if (earlier != null && Files.isReadable(Path.of(earlier))) {
      return Path.of(earlier);
    }
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    try {
      Path folder = Files.createTempDirectory("depinsim-fonts");
      Path font = folder.resolve("LiberationSans-Regular.ttf");
      try (InputStream in = HeadlessFonts.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IOException("resource " + RESOURCE + " is not on the class path");
        }
        Files.copy(in, font);
      }
      Path config = folder.resolve("fontconfig.properties");
      Files.writeString(config, configuration(font), StandardCharsets.ISO_8859_1);
      for (Path path : new Path[] {folder, font, config}) {
        path.toFile().deleteOnExit(); // deletes in reverse order: files before their folder
      }
      System.setProperty(CONFIG_PROPERTY, config.toString());
      System.setProperty(FILE_PROPERTY, font.toString());
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException("fonts: cannot write a temporary folder", e);
    }
  }

  private static String configuration(Path font) {
    StringBuilder text = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
    for (String family : FAMILIES) {
      for (String style : STYLES) {
        text.append(family).append('.').append(style).append(".latin-1=Liberation Sans\n");
      }
    }
    String path = font.toString().replace("\\", "\\\\").replace(" ", "\\ ");
    return text.append("filename.Liberation_Sans=").append(path).append('\n').toString();
  }
}
