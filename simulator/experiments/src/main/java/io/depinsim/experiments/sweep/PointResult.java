package io.depinsim.experiments.sweep;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What one point of a sweep leaves behind.
 *
 * @param number which point, 0 and up
 * @param values tried, by input
 * @param effects mean effect by claim and then by case, NaN if undefined; empty if the point failed
 * @param digests of its replicates, by policy and then by replicate; empty if the point failed
 * @param failure why it failed; empty if it did not
 */
record PointResult(
    int number,
    List<BigDecimal> values,
    List<double[]> effects,
    List<String> digests,
    String failure) {
  /** Writes it for a checkpoint. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(number);
    out.writeInt(values.size());
    for (BigDecimal value : values) {
      out.writeUTF(value.toString());
    }
    out.writeInt(effects.size());
    for (double[] byCase : effects) {
      out.writeInt(byCase.length);
      for (double effect : byCase) {
        out.writeDouble(effect);
      }
    }
    out.writeInt(digests.size());
    for (String digest : digests) {
      out.writeUTF(digest);
    }
    byte[] sentence = failure.getBytes(StandardCharsets.UTF_8);
    out.writeInt(sentence.length);
    out.write(sentence);
  }

  /** Reads what {@link #write} wrote. */
  static PointResult read(DataInputStream in) throws IOException {
    int number = in.readInt();
    List<BigDecimal> values = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.add(new BigDecimal(in.readUTF()));
    }
    List<double[]> effects = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      double[] byCase = new double[in.readInt()];
      for (int i = 0; i < byCase.length; i++) {
        byCase[i] = in.readDouble();
      }
      effects.add(byCase);
    }
    List<String> digests = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      digests.add(in.readUTF());
    }
    String failure = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    return new PointResult(number, values, effects, digests, failure);
  }

  boolean failed() {
    return !failure.isEmpty();
  }
}
