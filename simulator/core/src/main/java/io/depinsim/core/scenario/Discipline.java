package io.depinsim.core.scenario;

/** Which of those who wait is served next. Ties are served in the order of arrival. */
public enum Discipline {
  /** Who came first. */
  fifo,
  /** Who came last. */
  lifo,
  /** Who brings the least work. */
  shortest,
  /** Whose deadline is nearest. */
  deadline,
  /** Who pays for the first tier, then the second, and so on. */
  priority
}
