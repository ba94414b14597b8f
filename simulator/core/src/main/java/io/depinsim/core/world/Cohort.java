package io.depinsim.core.world;

/**
 * A cohort of potential providers: who they are, never what they do. A cohort of n is n rows,
 * whether 50 or 50 million.
 *
 * <p>Every column has one entry per row and is fixed before time starts, so identity is the same
 * under every policy.
 */
public final class Cohort {
  private final String name;
  private final long[] entity;
  private final long[] sizeWeight;
  private final long[] joinsAtMicros;
  private final long[] leavesAtMicros;

  /**
   * A cohort from its columns, which are kept and not copied.
   *
   * @param name key in the scenario
   * @param entity stable identities, keys of random draws
   * @param sizeWeight relative size of each provider, > 0
   * @param joinsAtMicros when a provider may first add capacity, microseconds since the start
   * @param leavesAtMicros when a provider stops adding and starts withdrawing
   * @throws IllegalArgumentException if columns differ in length
   */
  public Cohort(
      String name, long[] entity, long[] sizeWeight, long[] joinsAtMicros, long[] leavesAtMicros) {
    if (sizeWeight.length != entity.length
        || joinsAtMicros.length != entity.length
        || leavesAtMicros.length != entity.length) {
      throw new IllegalArgumentException("cohort " + name + ": columns differ in length");
    }
    this.name = name;
    this.entity = entity;
    this.sizeWeight = sizeWeight;
    this.joinsAtMicros = joinsAtMicros;
    this.leavesAtMicros = leavesAtMicros;
  }

  /** Key in the scenario. */
  public String name() {
    return name;
  }

  /** Number of rows. */
  public int rows() {
    return entity.length;
  }

  /** Stable identity of a row. */
  public long entity(int row) {
    return entity[row];
  }

  /** Relative size of a row. */
  public long sizeWeight(int row) {
    return sizeWeight[row];
  }

  /** Whether a row has joined and not begun to leave. */
  public boolean active(int row, long nowMicros) {
    return joinsAtMicros[row] <= nowMicros && nowMicros < leavesAtMicros[row];
  }

  /** Whether a row has begun to leave. */
  public boolean leaving(int row, long nowMicros) {
    return leavesAtMicros[row] <= nowMicros;
  }
}
