package io.depinsim.experiments;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
   * Runs everything.
   *
   * @param threads tasks run at once, ≥ 1
   * @param tasks taken one by one, when there is room
   * @param results hears each result, in the order of the tasks, on the calling thread
   * @throws RuntimeException what the first task that failed threw; no further one begins
   * @throws InterruptedException if the thread is interrupted; no further task begins
   */
  public static <T> void run(int threads, Iterator<Callable<T>> tasks, Consumer<T> results)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<T>> pending = new ArrayDeque<>();
      while (tasks.hasNext() || !pending.isEmpty()) {
        while (tasks.hasNext() && pending.size() < PENDING_PER_THREAD * threads) {
          pending.add(workers.submit(tasks.next()));
        }
        results.accept(pending.remove().get());
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
      workers.shutdownNow();
    }
  }
}
