package io.depinsim.core.run;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Seals blocks of decisions as they fill and hands their bytes on.
 *
 * <p>Layout: length of the head (int), head, SHA-256 of both; then for each block length of its
 * columns (int), decisions (int), first and last time (long, microseconds), SHA-256 of the block
 * before it (of the head for the first), columns, SHA-256 of all that. Integers are big-endian.
 *
 * <p>Shows how far it has come as state, so that a replicate that is taken up again goes on behind
 * the very last block that was sealed by then.
 */
public final class DecisionChain implements StateOwner {
  static final int SUM = 32;
  static final int BLOCK_HEAD = 2 * Integer.BYTES + 2 * Long.BYTES + SUM;

  private final DecisionSink sink;
  private final MessageDigest digest = SealedFile.sha256();
  private final DecisionCoding coding = new DecisionCoding();

  // Decisions, blocks and bytes sealed; then the checksum of the last block.
  private final long[] sealed = new long[3];
  private final long[] chain = new long[SUM / Long.BYTES];

  /** A chain that hands its bytes on. */
  public DecisionChain(DecisionSink sink) {
    this.sink = sink;
  }

  /** Whether nothing has been sealed. */
  public boolean empty() {
    return sealed[1] == 0;
  }

  /**
   * Seals a block, if it holds anything, and clears it.
   *
   * @param head what stands before the first block; the same whenever it is asked for
   * @throws RunDirectoryException if it cannot be written
   */
  public void seal(DecisionBlock block, DecisionHead head) {
    if (block.rows == 0) {
      return;
    }
    if (empty()) {
      byte[] bytes = head.bytes();
      put(bytes, bytes.length);
    }
    int end = coding.encode(block, BLOCK_HEAD);
    ByteBuffer start = ByteBuffer.wrap(coding.bytes());
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int row = 0; row < block.rows; row++) {
      first = Math.min(first, block.columns[DecisionBlock.TIME][row]);
      last = Math.max(last, block.columns[DecisionBlock.TIME][row]);
    }
    start.putInt(end - BLOCK_HEAD).putInt(block.rows).putLong(first).putLong(last);
    for (long part : chain) {
      start.putLong(part);
    }
    put(coding.bytes(), end);
    sealed[0] += block.rows;
    sealed[1]++;
    block.clear();
  }

  private void put(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
    byte[] sum = digest.digest();
    ByteBuffer.wrap(sum).asLongBuffer().get(chain);
    sink.append(bytes, length);
    sink.append(sum, SUM);
    sealed[2] += length + SUM;
  }

  /** What has been sealed so far; forces it to disk. */
  public DecisionSeal settle() {
    sink.settle(sealed[2]);
    ByteBuffer sum = ByteBuffer.allocate(SUM);
    sum.asLongBuffer().put(chain);
    return new DecisionSeal(sealed[0], sealed[1], sealed[2], HexFormat.of().formatHex(sum.array()));
  }

  /** Gives the sink up. */
  public void close() {
    sink.close();
  }

  /**
   * {@inheritDoc}
   *
   * @throws RunDirectoryException if the bytes that were sealed are not there
   */
  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("sealed", sealed, sealed.length);
    visitor.longs("chain", chain, chain.length);
    // A checkpoint must not speak of blocks that are not on disk, and blocks behind it are undone.
    sink.settle(sealed[2]);
  }
}
