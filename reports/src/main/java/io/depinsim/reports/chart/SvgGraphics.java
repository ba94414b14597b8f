package io.depinsim.reports.chart;

import io.depinsim.reports.chart.Pen.Anchor;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Element;

/**
 * Batik's canvas with text that knows which end it hangs from, so that a reader whose machine lacks
 * Liberation Sans still sees labels aligned.
 */
final class SvgGraphics extends SVGGraphics2D {

  SvgGraphics(SVGGeneratorContext context) {
    super(context, false);
  }

  void drawAnchored(String text, double x, double baseline, Anchor anchor) {
    Element element = getDOMFactory().createElementNS(SvgCanvas.SVG, "text");
    element.setAttributeNS(null, "x", generatorCtx.doubleString(x));
    element.setAttributeNS(null, "y", generatorCtx.doubleString(baseline));
    switch (anchor) {
      case START -> {}
      case MIDDLE -> element.setAttributeNS(null, "text-anchor", "middle");
      case END -> element.setAttributeNS(null, "text-anchor", "end");
    }
    element.appendChild(getDOMFactory().createTextNode(text));
    domGroupManager.addElement(element, DOMGroupManager.FILL);
  }
}
