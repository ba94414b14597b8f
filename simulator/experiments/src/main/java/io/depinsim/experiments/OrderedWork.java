package io.depinsim.experiments;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs tasks on threads and hands their results over in the order of the tasks, so that nothing
 * depends on which ended first. Few tasks are pending at a time, whatever their number: results do
 * not pile up.
 */
public final class OrderedWork {
  private static final int PENDING_PER_THREAD = 3;

  private OrderedWork() {}

  /**
   * Runs everything, or as much as there is time for until {@code stop} is raised. When it returns
   * or throws, no task is running any more.
   *
   * @param threads tasks run at once, ≥ 1
   * @param tasks taken one by one, when there is room as long as none is missing; a task that was
   *     put down has none
   * @param stop raised to put the work down; raised here too if a task fails
   * @throws RuntimeException what the first task that failed threw; no further one begins
   * @throws InterruptedException if results are missing because work was put down, or the thread is
   *     interrupted; no further task begins
   */
  public static <T> void run(
      int threads, Iterator<Callable<Optional<T>>> tasks, Consumer<T> results, StopSignal stop)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    Deque<Future<Optional<T>>> pending = new ArrayDeque<>();
    try {
      while (tasks.hasNext() || !pending.isEmpty()) {
        while (tasks.hasNext() && pending.size() < PENDING_PER_THREAD * threads) {
          pending.add(workers.submit(tasks.next()));
        }
        Optional<T> result = pending.remove().get();
        if (result.isEmpty()) {
          throw new InterruptedException("the work was put down before its end");
        }
        results.accept(result.get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (!pending.isEmpty()) {
        stop.raise();
        pending.forEach(task -> task.cancel(false));
      }
      workers.shutdown();
      awaitEnd(workers);
    }
  }

  /** Waits even if interrupted: running tasks write to a folder whose lock the caller gives up. */
  private static void awaitEnd(ExecutorService workers) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = workers.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
