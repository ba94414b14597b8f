package io.depinsim.reports;

import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.reports.chart.Chart;
import io.depinsim.reports.chart.ChartImages;
import io.depinsim.reports.chart.ComparisonChart;
import io.depinsim.reports.chart.ComparisonImages;
import io.depinsim.reports.chart.HeadlessFonts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a run: {@code charts/NAME.svg}, {@code charts/NAME.png} and {@code report.html}; of a
 * comparison also {@code charts/difference-QUESTION}, {@code charts/pareto} and {@code
 * charts/map-QUESTION}.
 */
public final class ReportWriter {

  private ReportWriter() {}

  /**
   * Reads a finished run and writes its charts and its page into the same folder. Each file appears
   * whole or not at all; the page comes last.
   *
   * @param run folder with manifest, series and summary; expectations if the scenario has any
   * @param input what the scenario says about the report
   * @throws io.depinsim.core.run.RunDirectoryException if a file is missing, damaged or cannot be
   *     written
   * @throws IllegalArgumentException if a chart names a metric or history that does not exist
   */
  public static void write(RunDirectory run, ReportInput input) {
    HeadlessFonts.prepare(); // before anything touches AWT
    RunRecord record = RunRecord.read(run);
    RunCharts charts = new RunCharts(record, input);
    ChartImages images = ChartImages.load();
    Map<String, String> pictures = new LinkedHashMap<>();
    EndCharts ends = new EndCharts(record, input);
    ComparisonImages pencil = ComparisonImages.load();
    for (Map.Entry<String, ChartSpec> entry : input.charts().entrySet()) {
      String svg;
      byte[] png;
      if (entry.getValue().kind().overTime()) {
        Chart chart = charts.chart(entry.getKey(), entry.getValue());
        svg = images.svg(chart);
        png = images.png(chart);
      } else {
        ComparisonChart chart = ends.chart(entry.getKey(), entry.getValue());
        svg = pencil.svg(chart);
        png = pencil.png(chart);
      }
      pictures.put(entry.getKey(), svg);
      run.write("charts/" + entry.getKey() + ".svg", out -> out.write(svg));
      run.write("charts/" + entry.getKey() + ".png", png);
    }
    List<ReportPage.Figure> compared = new ArrayList<>();
    if (record.comparison().isPresent()) {
      for (ComparisonCharts.Captioned each : new ComparisonCharts(record, input).all()) {
        String svg = pencil.svg(each.chart());
        byte[] png = pencil.png(each.chart());
        run.write("charts/" + each.name() + ".svg", out -> out.write(svg));
        run.write("charts/" + each.name() + ".png", png);
        compared.add(new ReportPage.Figure(each.name(), svg, each.caption()));
      }
    }
    String page = new ReportPage(record, input, pictures, compared).html();
    run.write("report.html", out -> out.write(page));
  }
}
