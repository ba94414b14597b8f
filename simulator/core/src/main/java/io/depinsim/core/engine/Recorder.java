package io.depinsim.core.engine;

import io.depinsim.core.InvariantException;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.run.StateDigest;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import java.util.Arrays;
import java.util.List;

/**
 * Reads every metric at each measurement point and feeds all state to the digest. Reads only:
 * adding or dropping metrics changes no result and no digest.
 *
 * <p>What it shows as state of its own is what has been recorded so far: belongs to checkpoints and
 * to no digest.
 */
public final class Recorder implements Mechanism, StateOwner {
  private final List<Gauge> gauges;
  private final StateRegistry registry;
  private final long[] points;
  private final double[][] values;
  private final long[] done = new long[1];
  private final StateDigest digest = new StateDigest();

  /**
   * A recorder.
   *
   * @param gauges what is read, in order
   * @param registry state that the digest covers
   * @param points times of measurement in microseconds since the start, ascending
   */
  public Recorder(List<Gauge> gauges, StateRegistry registry, long[] points) {
    this.gauges = List.copyOf(gauges);
    this.registry = registry;
    this.points = points.clone();
    this.values = new double[gauges.size()][points.length];
  }

  @Override
  public String name() {
    return "recorder";
  }

  @Override
  public void start(Agenda agenda) {
    for (int i = 0; i < points.length; i++) {
      agenda.schedule(points[i], Phase.MEASUREMENT, 0, i, 0);
    }
  }

  @Override
  public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
    int point = (int) entity;
    for (int m = 0; m < values.length; m++) {
      double value = gauges.get(m).value().getAsDouble();
      if (!Double.isFinite(value)) {
        throw new InvariantException(
            "metric "
                + gauges.get(m).definition().key()
                + ": "
                + value
                + ": must be finite. Maybe a division by an empty network?");
      }
      values[m][point] = value;
    }
    digest.beginPoint(points[point]);
    registry.visit(digest);
    done[0] = point + 1L;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("done", done, 1);
    digest.visitState(visitor);
    for (int m = 0; m < values.length; m++) {
      String key = gauges.get(m).definition().key();
      visitor.doubles(key, values[m], (int) done[0]);
      if (gauges.get(m).value() instanceof StateOwner memory) {
        memory.visitState(visitor);
      }
    }
  }

  /** Values of one metric, one per measurement point. */
  public double[] series(int metric) {
    return values[metric].clone();
  }

  /** Times of measurement, microseconds since the start. */
  public long[] points() {
    return Arrays.copyOf(points, points.length);
  }

  /** Digest of all state at all measurement points. */
  public String digest() {
    return digest.hex();
  }
}
