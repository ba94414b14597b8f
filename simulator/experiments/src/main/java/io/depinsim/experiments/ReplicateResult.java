package io.depinsim.experiments;

import io.depinsim.core.run.DecisionSeal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one replicate leaves behind: little, unless its series are kept.
 *
 * @param replicate its number
 * @param digest of all state at all measurement points
 * @param summaries what {@link Summaries#ofReplicate} gave for each metric, one behind the other
 * @param answers what {@link Questions#answers} gave
 * @param expectations what {@link Expectations#values} gave
 * @param readings what {@link Findings#readings} gave
 * @param series values by metric, then by measurement point; empty unless they are kept
 * @param clamps how often each limiter {bound, could have bound}, in order of declaration
 * @param decisions what its log came to; empty if nothing was logged
 * @param ledgerScans how often every balance and claim was tested
 * @param eventChecks how often running totals and touched rows were tested
 */
record ReplicateResult(
    int replicate,
    String digest,
    double[] summaries,
    double[] answers,
    double[] expectations,
    double[] readings,
    List<double[]> series,
    Map<String, long[]> clamps,
    Optional<DecisionSeal> decisions,
    long ledgerScans,
    long eventChecks) {

  /** Writes it for a checkpoint. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(replicate);
    out.writeUTF(digest);
    write(List.of(summaries, answers, expectations, readings), out);
    write(series, out);
    out.writeInt(clamps.size());
    for (Map.Entry<String, long[]> clamp : clamps.entrySet()) {
      out.writeUTF(clamp.getKey());
      out.writeLong(clamp.getValue()[0]);
      out.writeLong(clamp.getValue()[1]);
    }
    out.writeBoolean(decisions.isPresent());
    if (decisions.isPresent()) {
      decisions.get().write(out);
    }
    out.writeLong(ledgerScans);
    out.writeLong(eventChecks);
  }

  /** Reads what {@link #write(DataOutputStream)} wrote. */
  static ReplicateResult read(DataInputStream in) throws IOException {
    int replicate = in.readInt();
    String digest = in.readUTF();
    List<double[]> numbers = readColumns(in);
    List<double[]> series = readColumns(in);
    Map<String, long[]> clamps = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      clamps.put(in.readUTF(), new long[] {in.readLong(), in.readLong()});
    }
    return new ReplicateResult(
        replicate,
        digest,
        numbers.get(0),
        numbers.get(1),
        numbers.get(2),
        numbers.get(3),
        series,
        clamps,
        in.readBoolean() ? Optional.of(DecisionSeal.read(in)) : Optional.empty(),
        in.readLong(),
        in.readLong());
  }

  static void write(List<double[]> columns, DataOutputStream out) throws IOException {
    out.writeInt(columns.size());
    for (double[] column : columns) {
      out.writeInt(column.length);
      for (double value : column) {
        out.writeDouble(value);
      }
    }
  }

  static List<double[]> readColumns(DataInputStream in) throws IOException {
    List<double[]> columns = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      double[] column = new double[in.readInt()];
      for (int i = 0; i < column.length; i++) {
        column[i] = in.readDouble();
      }
      columns.add(column);
    }
    return columns;
  }
}
