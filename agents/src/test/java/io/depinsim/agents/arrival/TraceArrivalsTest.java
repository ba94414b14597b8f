package io.depinsim.agents.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.service.ArrivalStream;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.BuildContext;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceArrivalsTest {
  private static final BuildContext CONTEXT =
      new BuildContext("net", "TOKEN", 9, Instant.parse("2025-01-01T00:00:00Z"));

  private static ArrivalStream trace(String csv) {
    return new TraceArrivals(new TraceArrivals.Spec(null, csv), CONTEXT);
  }

  /** Whatever the rate, with a cursor that refuses to draw. */
  private static double next(ArrivalStream stream) {
    return stream.next(0, 1e-9, new Draws());
  }

  @Test
  void givesTheTimesAndWorkOnRecordAndThenEnds() {
    ArrivalStream stream =
        trace("# made by hand\r\ntime, work\r\n0,3\n1.5 , 0.25\n\n1.5,1e3\n86400.0000004,7");
    assertTrue(stream.recorded());
    assertTrue(Double.isNaN(stream.statedWork()));
    double[][] expected = {{0, 3}, {1.5e6, 0.25}, {1.5e6, 1000}, {8.64e10, 7}};
    for (double[] each : expected) {
      assertEquals(each[0], next(stream));
      assertEquals(each[1], stream.statedWork());
    }
    for (int i = 0; i < 3; i++) {
      assertEquals(ArrivalStream.NEVER, next(stream));
      assertTrue(Double.isNaN(stream.statedWork()));
    }
  }

  @Test
  void readsInstantsFromTheStartOfTheRun() {
    ArrivalStream stream = trace("time\n2025-01-01T00:00:00Z\n2025-01-02T00:00:00.000001Z\n");
    assertEquals(0, next(stream));
    assertTrue(Double.isNaN(stream.statedWork()), "its work is drawn as any other's");
    assertEquals(86_400_000_001.0, next(stream));
    assertEquals(ArrivalStream.NEVER, next(stream));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|csv: must hold a head line, `time` or `time,work`, and at least one arrival.",
        "time;|csv: must hold a head line, `time` or `time,work`, and at least one arrival.",
        "at;1|csv: line 1: `at` must be the head line, `time` or `time,work`.",
        "time;1;2,3|csv: line 3: `2,3` must hold a time alone. Maybe the head line should be"
            + " `time,work`.",
        "time,work;1|csv: line 2: `1` must hold a time and a work.",
        "time;5;4|csv: line 3: `4` must not be before the arrival on line 2. Maybe the lines need"
            + " to be sorted by time.",
        "time;2025-01-01T00:00:00Z;4|csv: line 3: `4` must be an instant, as the times before it.",
        "time;soon|csv: line 2: `soon` must be an instant such as 2025-01-31T08:00:00Z, or seconds"
            + " since the start.",
        "time;1e999999999|csv: line 2: `1e999999999` must be an instant such as"
            + " 2025-01-31T08:00:00Z, or seconds since the start.",
        "time;2025-02-30T00:00:00Z|csv: line 2: `2025-02-30T00:00:00Z` must be an instant such as"
            + " 2025-01-31T08:00:00Z, or seconds since the start.",
        "time,work;1,0|csv: line 2: work `0` must be a number above 0.",
        "time,work;1,NaN|csv: line 2: work `NaN` must be a number above 0.",
        "time,work;1,1e999999999|csv: line 2: work `1e999999999` must be a number above 0.",
        "time;-1|csv: line 2: the arrival must lie within the 285 years after the start of the"
            + " run, 2025-01-01T00:00:00Z. Maybe `run.start` is to be earlier.",
        "time;99999999999|csv: line 2: the arrival must lie within the 285 years after the start"
            + " of the run, 2025-01-01T00:00:00Z.",
      })
  void refusesLinesThatAreWrong(String csv, String message) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> trace(csv.replace(';', '\n')));
    assertEquals(message, refusal.getMessage());
  }

  @Test
  void refusesAFileThatNoScenarioFileNamed() {
    for (String csv : new String[] {null, "time\n1"}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class, () -> new TraceArrivals.Spec("jobs.csv", csv))
              .getMessage();
      assertTrue(message.startsWith("file: "), message);
    }
    String message =
        assertThrows(IllegalArgumentException.class, () -> new TraceArrivals.Spec(null, null))
            .getMessage();
    assertEquals("csv: the arrivals are missing. Maybe `file` names where they are.", message);
  }
}
