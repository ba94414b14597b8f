package io.depinsim.core.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The end of {@code decisions.bin}: which logs it holds, and a checksum that stands for all of it.
 *
 * @param sections logs in the order of the file
 */
public record DecisionIndex(List<DecisionSection> sections) {
  /** Copies the list. */
  public DecisionIndex {
    sections = List.copyOf(sections);
  }

  /** Number of decisions in all logs. */
  public long decisions() {
    return sections.stream().mapToLong(section -> section.seal().decisions()).sum();
  }

  /**
   * SHA-256 over the last checksums of all logs and what they hold, lower-case hexadecimal: no byte
   * of the file can change without it. Empty if there are no logs.
   */
  public String seal() {
    return sections.isEmpty() ? "" : HexFormat.of().formatHex(SealedFile.sha256().digest(bytes()));
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(sections.size());
      for (DecisionSection section : sections) {
        out.writeUTF(section.policy());
        out.writeUTF(section.regime());
        out.writeInt(section.replicate());
        section.seal().write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static DecisionIndex read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<DecisionSection> sections = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      sections.add(
          new DecisionSection(in.readUTF(), in.readUTF(), in.readInt(), DecisionSeal.read(in)));
    }
    return new DecisionIndex(sections);
  }
}
