package io.depinsim.experiments;

import io.depinsim.core.ledger.CheckLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Jobs from end to end on one core: they arrive, are placed among ten thousand providers by the
 * power of two choices, wait, are done, and are settled in the ledger. One operation is a month,
 * about 5.8 million jobs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class JobsBenchmark {
  private static final Path SCENARIO = Path.of("../../scenarios/service/two-choices.yaml");

  private Replicate replicate;

  /** A fresh world. */
  @Setup(Level.Iteration)
  public void assemble() throws IOException {
    replicate =
        new Assembler(
                Samples.read(
                        SCENARIO,
                        "providers.fleet.potential=10000",
                        "providers.fleet.decisions.projectFleet.machines=10000",
                        "providers.fleet.decisions.projectFleet.deploy=50000 machines/month",
                        "consumers.studios.potential=58400 users",
                        "consumers.studios.demand.documented.users.2025-01-01=58400 users",
                        "run.horizon=1 months",
                        "run.warmUp=1 weeks",
                        "run.measure=1 months")
                    .policy("two"))
            .assemble(0, CheckLevel.EPOCH, key -> key.endsWith(".wait"));
  }

  /** A month. */
  @Benchmark
  public long month() {
    replicate.simulation().run(replicate.horizonMicros());
    return replicate.simulation().events();
  }
}
