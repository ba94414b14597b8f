package io.depinsim.reports.chart;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Writes what Batik drew as plain SVG: attributes in alphabetical order, colours as {@code
 * #rrggbb}, one family list, title and description first. Leaves out settings of Batik that repeat
 * SVG's own defaults.
 */
final class SvgText {

  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),\\s*(\\d+),\\s*(\\d+)\\)");
  private static final Map<String, String> NAMED =
      Map.of("black", "#000000", "white", "#ffffff", "gray", "#808080", "lightgray", "#d3d3d3");
  private static final Set<String> DROPPED =
      Set.of(
          "color-rendering",
          "image-rendering",
          "shape-rendering",
          "text-rendering",
          "color-interpolation",
          "contentScriptType",
          "contentStyleType",
          "zoomAndPan",
          "preserveAspectRatio",
          "version",
          "width",
          "height",
          "xml:space");

  private final String id;
  private final StringBuilder out = new StringBuilder(1 << 16);

  SvgText(String id) {
    this.id = id;
  }

  String write(Element root, int width, int height, String title, String description) {
    out.append("<svg xmlns=\"").append(SvgCanvas.SVG).append("\" role=\"img\" aria-labelledby=\"");
    out.append(id).append("-title ").append(id).append("-desc\" width=\"").append(width);
    out.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width);
    out.append(' ').append(height).append("\" font-family=\"").append(ChartStyle.FONT_STACK);
    out.append('"');
    attributes(root, true);
    out.append(">\n<title id=\"").append(id).append("-title\">");
    escape(title, out);
    out.append("</title>\n<desc id=\"").append(id).append("-desc\">");
    escape(description, out);
    out.append("</desc>\n");
    children(root);
    return out.append("</svg>\n").toString();
  }

  private void children(Element parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        element(element);
      } else if (child.getNodeType() == Node.TEXT_NODE
          || child.getNodeType() == Node.CDATA_SECTION_NODE) {
        escape(child.getNodeValue(), out);
      }
    }
  }

  private void element(Element element) {
    String name = element.getTagName();
    boolean container = name.equals("g") || name.equals("defs");
    if (container && !element.hasChildNodes()) {
      return;
    }
    out.append('<').append(name);
    attributes(element, false);
    if (!element.hasChildNodes()) {
      out.append("/>\n");
      return;
    }
    out.append('>');
    if (container) {
      out.append('\n');
    }
    children(element);
    out.append("</").append(name).append(">\n");
  }

  private void attributes(Element element, boolean root) {
    NamedNodeMap given = element.getAttributes();
    TreeMap<String, String> sorted = new TreeMap<>();
    for (int i = 0; i < given.getLength(); i++) {
      String name = given.item(i).getNodeName();
      boolean size = name.equals("width") || name.equals("height");
      boolean dropped = DROPPED.contains(name) && (root || !size);
      if (!dropped && !name.startsWith("xmlns") && !name.equals("font-family")) {
        sorted.put(name, given.item(i).getNodeValue());
      }
    }
    sorted.forEach(
        (name, value) -> {
          out.append(' ').append(name).append("=\"");
          escape(plain(value), out);
          out.append('"');
        });
  }

  private static String plain(String value) {
    String trimmed = value.startsWith("'") ? value.replace("'", "") : value;
    Matcher matcher = RGB.matcher(trimmed);
    if (matcher.matches()) {
      int red = Integer.parseInt(matcher.group(1));
      int green = Integer.parseInt(matcher.group(2));
      int blue = Integer.parseInt(matcher.group(3));
      return ChartStyle.hex(new java.awt.Color(red, green, blue));
    }
    return NAMED.getOrDefault(trimmed, trimmed);
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
      }
    }
  }
}
