package io.depinsim.core.scenario;

/** In which order those who wait are served. */
public enum Discipline {
  /** First come, first served. */
  fifo,
  /** Last come, first served. */
  lifo,
  /** Least work first. */
  shortest,
  /** Earliest deadline first. */
  deadline,
  /** Most urgent class first. */
  priority;

  /** Whether a line is ordered by a key of its jobs rather than by when they joined alone. */
  public boolean byKey() {
    return this != fifo && this != lifo;
  }
}
