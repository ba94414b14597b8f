package io.depinsim.reports;

import io.depinsim.reports.chart.ChartStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What stands around every page: one self-contained file, light and dark. */
final class PageFrame {
  private PageFrame() {}

  static void open(Html html, String title) {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.element("title", title);
    html.raw("<style>\n").raw(stylesheet());
    html.raw("@media screen and (prefers-color-scheme: dark) {\n");
    html.raw(ChartStyle.darkRules("figure svg")).raw("}\n</style>\n</head>\n<body>\n<main>\n");
  }

  static String close(Html html) {
    return html.raw("</main>\n</body>\n</html>\n").toString();
  }

  /** A picture with its caption. */
  static void figure(Html html, int number, String svg, String caption, String files) {
    html.raw("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    html.text("Figure " + number).raw("\">\n").raw(svg).raw("</div>\n");
    html.raw("<figcaption><b>Figure ").text(number + ".").raw("</b> ").prose(caption);
    if (!files.isEmpty()) {
      html.raw(" <small>").text(files).raw("</small>");
    }
    html.raw("</figcaption>\n</figure>\n");
  }

  private static String stylesheet() {
    try (InputStream in = PageFrame.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read", e);
    }
  }
}
