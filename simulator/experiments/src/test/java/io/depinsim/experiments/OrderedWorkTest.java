package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {
  @Test
  void resultsComeInTheOrderOfTheTasksWhicheverEndsFirst() throws Exception {
    CountDownLatch secondEnded = new CountDownLatch(1);
    List<Callable<Integer>> tasks =
        List.of(
            () -> {
              secondEnded.await();
              return 0;
            },
            () -> {
              secondEnded.countDown();
              return 1;
            },
            () -> 2);
    List<Integer> results = new ArrayList<>();
    OrderedWork.run(2, some(tasks), results::add, new StopSignal());
    assertEquals(List.of(0, 1, 2), results);
  }

  @Test
  void aThousandTasksNeverWaitAllAtOnce() throws Exception {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger heard = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    OrderedWork.run(
        2,
        IntStream.range(0, 1000)
            .<Callable<Optional<Integer>>>mapToObj(
                i -> {
                  most.accumulateAndGet(made.incrementAndGet() - heard.get(), Math::max);
                  return () -> Optional.of(i);
                })
            .iterator(),
        (Integer i) -> assertEquals(i, heard.getAndIncrement()),
        new StopSignal());
    assertEquals(1000, heard.get());
    assertTrue(most.get() <= 8, () -> most.get() + " tasks at once");
  }

  @Test
  void theFirstFailureInOrderIsThrownAsItIs() {
    List<Callable<Integer>> tasks =
        List.of(
            () -> 0,
            () -> {
              throw new IllegalStateException("second");
            },
            () -> {
              throw new IllegalStateException("third");
            });
    List<Integer> results = new ArrayList<>();
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> OrderedWork.run(2, some(tasks), results::add, new StopSignal()));
    assertEquals("second", failure.getMessage());
    assertEquals(List.of(0), results);
  }

  @Test
  void whenWorkIsPutDownNothingRunsAnyMore() {
    StopSignal stop = new StopSignal();
    AtomicInteger running = new AtomicInteger();
    List<Callable<Optional<Integer>>> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      tasks.add(
          () -> {
            running.incrementAndGet();
            if (number == 3) {
              stop.raise();
            }
            Thread.sleep(20);
            running.decrementAndGet();
            return stop.raised() ? Optional.empty() : Optional.of(number);
          });
    }
    List<Integer> results = new ArrayList<>();
    assertThrows(
        InterruptedException.class, () -> OrderedWork.run(2, tasks.iterator(), results::add, stop));
    assertEquals(0, running.get());
    assertTrue(results.size() < 5, results::toString);
  }

  private static <T> Iterator<Callable<Optional<T>>> some(List<Callable<T>> tasks) {
    return tasks.stream()
        .<Callable<Optional<T>>>map(task -> () -> Optional.of(task.call()))
        .iterator();
  }
}
