package io.depinsim.core.run;

import java.io.IOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code series.csv}: one row per value, sorted by policy, regime, replicate, time and metric, each
 * in definition order.
 */
final class SeriesCsv {
  static final String HEADER = "policy,regime,replicate,time,metric,value";

  private SeriesCsv() {}

  /** Writes header and rows. */
  static void write(SeriesTable table, Writer out) throws IOException {
    out.write(HEADER + "\n");
    for (int p = 0; p < table.policies().size(); p++) {
      for (int r = 0; r < table.regimes().size(); r++) {
        for (int k = 0; k < table.replicates(); k++) {
          writeReplicate(table, p, r, k, out);
        }
      }
    }
  }

  private static void writeReplicate(SeriesTable table, int p, int r, int k, Writer out)
      throws IOException {
    int metrics = table.metrics().size();
    double[][] series = new double[metrics][];
    String[] names = new String[metrics];
    for (int m = 0; m < metrics; m++) {
      series[m] = table.shared(p, r, m, k);
      names[m] = CsvText.quoted(table.metrics().get(m)) + ",";
    }
    String policy = CsvText.quoted(table.policies().get(p));
    String regime = CsvText.quoted(table.regimes().get(r));
    String head = policy + "," + regime + "," + k + ",";
    StringBuilder row = new StringBuilder();
    for (int t = 0; t < table.times().size(); t++) {
      String headWithTime = head + table.times().get(t) + ",";
      for (int m = 0; m < metrics; m++) {
        if (series[m] != null) {
          row.setLength(0);
          row.append(headWithTime).append(names[m]);
          PlainNumbers.append(series[m][t], row);
          out.append(row.append('\n'));
        }
      }
    }
  }

  /**
   * Reads a table whose names and replicates are those of the manifest.
   *
   * @throws RunDirectoryException if a row is damaged, names something the manifest does not list,
   *     or a series has gaps
   */
  static SeriesTable read(CsvReader in, Manifest manifest) throws IOException {
    return new Reading(in, manifest).table();
  }

  /** One pass over the file. The first replicate in it fixes the time axis. */
  private static final class Reading {
    private final CsvReader in;
    private final Manifest manifest;
    private final List<String> metrics;
    private final Map<String, Integer> metricIndex = new HashMap<>();
    private final Map<String, Integer> timeIndex = new HashMap<>();
    private final List<Instant> times = new ArrayList<>();
    private final Map<Replicate, Columns> replicates = new LinkedHashMap<>();

    Reading(CsvReader in, Manifest manifest) {
      this.in = in;
      this.manifest = manifest;
      this.metrics = manifest.metricKeys();
      for (int m = 0; m < metrics.size(); m++) {
        metricIndex.put(metrics.get(m), m);
      }
    }

    SeriesTable table() throws IOException {
      in.expectHeader(HEADER);
      Replicate current = null;
      Columns columns = null;
      Optional<List<String>> row = in.next();
      while (row.isPresent()) {
        List<String> fields = row.get();
        if (current == null || !current.isNamedBy(fields)) {
          current = replicate(fields);
          columns = new Columns(metrics.size(), times.size());
          if (replicates.put(current, columns) != null) {
            throw in.damaged("replicate " + current + " appears a second time");
          }
        }
        add(fields, columns);
        row = in.next();
      }
      return assemble();
    }

    private Replicate replicate(List<String> fields) {
      requireListed(manifest.policies(), fields.get(0), "policy");
      requireListed(manifest.regimes(), fields.get(1), "regime");
      int number;
      try {
        number = Integer.parseInt(fields.get(2));
      } catch (NumberFormatException e) {
        throw in.damaged("replicate '" + fields.get(2) + "' is not a whole number");
      }
      if (number < 0 || number >= manifest.seriesReplicates()) {
        throw in.damaged(
            "replicate "
                + number
                + " is outside the manifest's 0.."
                + (manifest.seriesReplicates() - 1));
      }
      return new Replicate(fields.get(0), fields.get(1), fields.get(2), number);
    }

    private void add(List<String> fields, Columns columns) {
      int time = timeIndex(fields.get(3));
      Integer metric = metricIndex.get(fields.get(4));
      if (metric == null) {
        throw in.damaged("metric '" + fields.get(4) + "' is not listed in the manifest");
      }
      if (columns.lengths[metric] != time) {
        throw in.damaged(
            "metric " + fields.get(4) + " repeats or skips a time before " + fields.get(3));
      }
      try {
        columns.append(metric, PlainNumbers.parse(fields.get(5)));
      } catch (NumberFormatException e) {
        throw in.damaged("value " + e.getMessage());
      }
    }

    private int timeIndex(String text) {
      Integer known = timeIndex.get(text);
      if (known != null) {
        return known;
      }
      Instant time;
      try {
        time = Instant.parse(text);
      } catch (DateTimeException e) {
        throw in.damaged("time '" + text + "' is not a date and time like 2020-10-15T00:00:00Z");
      }
      if (replicates.size() > 1) {
        throw in.damaged("time " + text + " does not occur in the first replicate of the file");
      }
      if (!times.isEmpty() && !times.get(times.size() - 1).isBefore(time)) {
        throw in.damaged("time " + text + " does not ascend");
      }
      times.add(time);
      timeIndex.put(text, times.size() - 1);
      return times.size() - 1;
    }

    private void requireListed(List<String> names, String name, String what) {
      if (!names.contains(name)) {
        throw in.damaged(what + " '" + name + "' is not listed in the manifest");
      }
    }

    private SeriesTable assemble() {
      SeriesTable.Builder builder =
          SeriesTable.builder(
              manifest.policies(), manifest.regimes(), metrics, manifest.seriesReplicates(), times);
      for (Map.Entry<Replicate, Columns> entry : replicates.entrySet()) {
        Replicate replicate = entry.getKey();
        Columns columns = entry.getValue();
        for (int m = 0; m < metrics.size(); m++) {
          if (columns.lengths[m] == 0) {
            continue;
          }
          if (columns.lengths[m] != times.size()) {
            throw in.damaged(
                String.join(
                    " ",
                    "metric " + metrics.get(m) + " of replicate " + replicate,
                    "has " + columns.lengths[m] + " of " + times.size() + " values"));
          }
          double[] values = Arrays.copyOf(columns.values[m], times.size());
          builder.put(
              replicate.policy(), replicate.regime(), metrics.get(m), replicate.number(), values);
        }
      }
      return builder.build();
    }
  }

  private record Replicate(String policy, String regime, String text, int number) {
    boolean isNamedBy(List<String> fields) {
      return text.equals(fields.get(2))
          && regime.equals(fields.get(1))
          && policy.equals(fields.get(0));
    }

    @Override
    public String toString() {
      return number + " of policy " + policy + ", regime " + regime;
    }
  }

  /** The values of one replicate so far, a growing column per metric. */
  private static final class Columns {
    final double[][] values;
    final int[] lengths;

    Columns(int metrics, int expectedTimes) {
      values = new double[metrics][Math.max(expectedTimes, 16)];
      lengths = new int[metrics];
    }

    void append(int metric, double value) {
      if (lengths[metric] == values[metric].length) {
        values[metric] = Arrays.copyOf(values[metric], 2 * lengths[metric]);
      }
      values[metric][lengths[metric]++] = value;
    }
  }
}
