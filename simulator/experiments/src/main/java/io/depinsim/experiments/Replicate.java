package io.depinsim.experiments;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.Recorder;
import io.depinsim.core.engine.Simulation;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import java.util.List;
import java.util.Map;

/**
 * One replicate of a run, assembled; {@link #run} steps it to its horizon once.
 *
 * @param number which replicate, 0 and up
 * @param simulation clock, mechanisms and money
 * @param networks its networks by name, in scenario order
 * @param recorder reads metrics and state
 * @param gauges metrics that are recorded, in order
 * @param clamps how often limiters bound
 * @param horizonMicros last instant, microseconds since the start
 */
public record Replicate(
    int number,
    Simulation simulation,
    Map<String, Network> networks,
    Recorder recorder,
    List<Gauge> gauges,
    ClampTelemetry clamps,
    long horizonMicros) {

  /** Steps to the horizon. */
  public void run() {
    simulation.run(horizonMicros);
  }

  /** Definitions of the recorded metrics, in order. */
  public List<MetricDefinition> definitions() {
    return gauges.stream().map(Gauge::definition).toList();
  }
}
