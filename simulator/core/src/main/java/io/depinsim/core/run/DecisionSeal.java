package io.depinsim.core.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a log of decisions came to.
 *
 * @param decisions how many
 * @param blocks how many
 * @param bytes how many, heads included
 * @param chain SHA-256 of the last block, which holds that of the one before it and so on;
 *     lower-case hexadecimal
 */
public record DecisionSeal(long decisions, long blocks, long bytes, String chain) {
  /** Writes it. */
  public void write(DataOutputStream out) throws IOException {
    out.writeLong(decisions);
    out.writeLong(blocks);
    out.writeLong(bytes);
    out.writeUTF(chain);
  }

  /** Reads what {@link #write} wrote. */
  public static DecisionSeal read(DataInputStream in) throws IOException {
    return new DecisionSeal(in.readLong(), in.readLong(), in.readLong(), in.readUTF());
  }
}
