package io.depinsim.core.incentive.filecoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.scenario.Evaluation;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilecoinEvaluationsTest {
  private static <I extends Record, O extends Record> O runExample(Evaluation<I, O> row) {
    return row.rule().apply(row.input().cast(row.example()));
  }

  private static Record example(String key) {
    for (Evaluation<?, ?> row : FilecoinEvaluations.rows()) {
      if (row.key().equals(key)) {
        return runExample(row);
      }
    }
    throw new AssertionError("no evaluation " + key);
  }

  @Test
  void everyExampleRunsAndEveryKeyIsUnique() {
    Set<String> keys = new HashSet<>();
    for (Evaluation<?, ?> row : FilecoinEvaluations.rows()) {
      assertTrue(keys.add(row.key()), row.key() + " twice");
      Record result = runExample(row);
      assertTrue(row.output().isInstance(result), row.key());
      if (Boolean.getBoolean("show"))
        System.out.println(row.key() + " " + row.example() + "\n   -> " + result);
    }
    assertEquals(19, keys.size());
  }
}
