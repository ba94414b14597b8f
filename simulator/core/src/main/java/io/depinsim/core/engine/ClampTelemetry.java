package io.depinsim.core.engine;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** How often each cap, floor and limiter binds: opportunities and bindings by name. */
public final class ClampTelemetry implements StateOwner {
  private final Map<String, long[]> counts = new LinkedHashMap<>();

  /** One limiter. */
  public static final class Clamp {
    private final long[] count;

    private Clamp(long[] count) {
      this.count = count;
    }

    /** The limiter could have bound; {@code bound} says whether it did. Returns {@code bound}. */
    public boolean note(boolean bound) {
      count[1]++;
      if (bound) {
        count[0]++;
      }
      return bound;
    }
  }

  /** Declares a limiter; the same name always gives the same counter. */
  public Clamp declare(String name) {
    return new Clamp(counts.computeIfAbsent(name, n -> new long[2]));
  }

  /** Shows every limiter: name and {bound, opportunities}, in order of declaration. */
  public void forEach(BiConsumer<String, long[]> action) {
    counts.forEach((name, count) -> action.accept(name, count.clone()));
  }

  /**
   * Shows the names of all limiters, for checkpoints: some are declared only when they first could
   * bind. A visitor that writes other names declares those, in their order.
   */
  public void visitNames(StateVisitor visitor) {
    long[] characters = String.join("\n", counts.keySet()).chars().asLongStream().toArray();
    long[] length = {characters.length};
    visitor.longs("length", length, 1);
    characters = Arrays.copyOf(characters, (int) length[0]);
    visitor.longs("characters", characters, characters.length);
    StringBuilder names = new StringBuilder();
    for (long character : characters) {
      names.append((char) character);
    }
    names.toString().lines().forEach(this::declare);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    counts.forEach((name, count) -> visitor.longs(name, count, count.length));
  }
}
