package io.depinsim.core.run;

import io.depinsim.core.run.DecisionKind.OptionRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands before the blocks of a log of decisions: whose it is, and the names behind its
 * numbers.
 *
 * @param policy name of the policy
 * @param regime name of the regime
 * @param replicate number from 0
 * @param start instant of time zero, in whole seconds
 * @param rate share of the decisions of which there are many that is logged, 0 to 1
 * @param agents who decides, by number
 * @param subjects about what, by number
 * @param kinds what is decided, by number
 */
public record DecisionHead(
    String policy,
    String regime,
    int replicate,
    Instant start,
    double rate,
    List<String> agents,
    List<String> subjects,
    List<DecisionKind> kinds) {

  /** Copies the lists. */
  public DecisionHead {
    agents = List.copyOf(agents);
    subjects = List.copyOf(subjects);
    kinds = List.copyOf(kinds);
  }

  /** The instant of a simulated time. */
  Instant at(long micros) {
    return start.plus(micros, ChronoUnit.MICROS);
  }

  /** Length of what follows, then everything. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0);
      out.writeUTF(policy);
      out.writeUTF(regime);
      out.writeInt(replicate);
      out.writeLong(start.getEpochSecond());
      out.writeDouble(rate);
      write(agents, out);
      write(subjects, out);
      out.writeInt(kinds.size());
      for (DecisionKind kind : kinds) {
        out.writeUTF(kind.name());
        write(kind.inputs(), out);
        write(kind.reasons(), out);
        out.writeInt(kind.options().size());
        for (OptionRange range : kind.options()) {
          out.writeUTF(range.name());
          out.writeLong(range.first());
          out.writeLong(range.count());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] all = bytes.toByteArray();
    ByteBuffer.wrap(all).putInt(all.length - Integer.BYTES);
    return all;
  }

  /** Reads what stands behind the length. */
  static DecisionHead read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    String policy = in.readUTF();
    String regime = in.readUTF();
    int replicate = in.readInt();
    Instant start = Instant.ofEpochSecond(in.readLong());
    double rate = in.readDouble();
    List<String> agents = readWords(in);
    List<String> subjects = readWords(in);
    List<DecisionKind> kinds = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      List<String> inputs = readWords(in);
      List<String> reasons = readWords(in);
      List<OptionRange> options = new ArrayList<>();
      for (int ranges = in.readInt(); ranges > 0; ranges--) {
        options.add(new OptionRange(in.readUTF(), in.readLong(), in.readLong()));
      }
      kinds.add(new DecisionKind(name, inputs, reasons, options));
    }
    return new DecisionHead(policy, regime, replicate, start, rate, agents, subjects, kinds);
  }

  private static void write(List<String> words, DataOutputStream out) throws IOException {
    out.writeInt(words.size());
    for (String word : words) {
      out.writeUTF(word);
    }
  }

  private static List<String> readWords(DataInputStream in) throws IOException {
    List<String> words = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      words.add(in.readUTF());
    }
    return words;
  }
}
