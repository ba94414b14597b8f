package io.depinsim.core.engine.market;

/** Service of a market period, whole populations at once or job by job. */
interface PeriodService {
  /** Machines that work. */
  void offer(long now, long tick);

  /** How much every cohort wants at the present prices, waits and beliefs. */
  void demand(long now, double months);

  /** What is given, what consumers and prices learn from it. */
  void serve(long now, double months);

  /** What users owe for the period, currency. */
  double due(double months);
}
