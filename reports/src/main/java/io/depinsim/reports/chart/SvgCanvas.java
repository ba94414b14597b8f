package io.depinsim.reports.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A Batik canvas whose ids carry the chart's, so that several charts can share a page. */
final class SvgCanvas {

  static final String SVG = "http://www.w3.org/2000/svg";

  private static final int DECIMALS = 2;

  private final String id;
  private final Document document;
  private final SvgGraphics graphics;

  SvgCanvas(String id) {
    this.id = id;
    try {
      document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("no XML document builder in this Java", e);
    }
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(DECIMALS);
    context.setIDGenerator(new ChartIds(id));
    graphics = new SvgGraphics(context);
    graphics.setRenderingHint( // JFreeChart puts back what it found, and Batik refuses null
        RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  Graphics2D graphics() {
    return graphics;
  }

  String text(int width, int height, String title, String description) {
    graphics.setSVGCanvasSize(new Dimension(width, height));
    Element root = graphics.getRoot();
    return new SvgText(id).write(root, width, height, title, description);
  }

  /** Ids {@code chart-clipPath1}, {@code chart-clipPath2}, … */
  private static final class ChartIds extends SVGIDGenerator {
    private final String chart;

    ChartIds(String chart) {
      this.chart = chart;
    }

    @Override
    public String generateID(String prefix) {
      return super.generateID(chart + "-" + prefix);
    }
  }
}
