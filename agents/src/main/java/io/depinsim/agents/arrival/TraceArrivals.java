package io.depinsim.agents.arrival;

import io.depinsim.core.engine.service.ArrivalStream;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.state.StateVisitor;

/**
 * Arrivals on record, line by line, with their work if that is known. Draws no random numbers. The
 * stream ends with the record.
 */
public final class TraceArrivals implements ArrivalStream {
  private final double[] micros;
  private final double[] work;
  private final long[] given = new long[1];

  /**
   * Parameters of {@code arrivals: {trace: …}}.
   *
   * @param file a text file, from the folder of the scenario file that names it; its text is put
   *     under {@code csv} when the scenario is read, so that results carry it with them
   * @param csv the record itself: a head line {@code time} or {@code time,work}, then one line for
   *     each arrival in order of time. Times are instants such as 2025-01-31T08:00:00Z, or seconds
   *     since the start; work is in units, above 0
   */
  public record Spec(@Omittable String file, @Omittable String csv) {
    /**
     * Checks the lines.
     *
     * @throws IllegalArgumentException naming the first line that is wrong
     */
    public Spec {
      if (csv == null) {
        String rule =
            file == null
                ? "csv: the arrivals are missing. Maybe `file` names where they are."
                : "file: a scenario file must name it, no option. Maybe edit the scenario.";
        throw new IllegalArgumentException(rule);
      }
      if (file != null) {
        throw new IllegalArgumentException("file: must stand alone, without `csv`.");
      }
      TraceLines.read(csv);
    }
  }

  /**
   * The stream of a spec.
   *
   * @throws IllegalArgumentException if an arrival lies before the start, or more than 285 years
   *     from it
   */
  public TraceArrivals(Spec spec, BuildContext context) {
    TraceLines lines = TraceLines.read(spec.csv());
    this.micros = lines.micros(context.start());
    this.work = lines.work();
  }

  @Override
  public double next(double afterMicros, double perMicro, Draws draws) {
    if (given[0] >= micros.length) {
      given[0] = micros.length + 1L;
      return NEVER;
    }
    return micros[(int) given[0]++];
  }

  @Override
  public double statedWork() {
    return given[0] == 0 || given[0] > micros.length ? Double.NaN : work[(int) given[0] - 1];
  }

  @Override
  public boolean recorded() {
    return true;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("given", given, 1);
  }
}
