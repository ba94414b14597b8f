package io.depinsim.core.engine;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.DecisionBlock;
import io.depinsim.core.run.DecisionChain;
import io.depinsim.core.run.DecisionHead;
import io.depinsim.core.run.DecisionKind;
import io.depinsim.core.run.DecisionSeal;
import io.depinsim.core.run.DecisionSink;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who decided what in one replicate, and why: written as it happens, read by nobody during the run.
 * Changes no result and belongs to no digest.
 *
 * <p>Names are registered while the world is assembled. Of decisions of which there are many, such
 * as placements of jobs, only those are logged that {@link #wanted} picks; all others always. Then:
 *
 * <pre>{@code
 * log.begin(now, agent, kind, cohort, job);
 * log.input(work);
 * log.option(machine, score);
 * log.end(choice, reason);
 * }</pre>
 *
 * <p>Memory stays the same however long the run: every {@value DecisionBlock#ROWS} decisions are
 * sealed and handed on. Not thread-safe.
 */
public final class DecisionLog implements StateOwner {
  /** Logs nothing. */
  public static final DecisionLog NONE =
      new DecisionLog("", "", Instant.EPOCH, 0, new Streams(0, 0), DecisionSink.NOWHERE, false);

  private final String policy;
  private final String regime;
  private final Instant start;
  private final double rate;
  private final Streams streams;
  private final boolean open;
  private final DecisionChain chain;
  private final DecisionBlock block;
  private final Draws draws = new Draws();
  private final List<String> agents = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();
  private final List<DecisionKind> kinds = new ArrayList<>();
  private DecisionKind kind;

  /**
   * A log.
   *
   * @param start instant of time zero, in whole seconds
   * @param rate share of decisions of which there are many that is logged, 0 to 1
   * @param streams of the replicate
   * @param sink where sealed blocks go
   */
  public DecisionLog(
      String policy,
      String regime,
      Instant start,
      double rate,
      Streams streams,
      DecisionSink sink) {
    this(policy, regime, start, rate, streams, sink, true);
  }

  private DecisionLog(
      String policy,
      String regime,
      Instant start,
      double rate,
      Streams streams,
      DecisionSink sink,
      boolean open) {
    this.policy = policy;
    this.regime = regime;
    this.start = start;
    this.rate = rate;
    this.streams = streams;
    this.open = open;
    this.chain = new DecisionChain(sink);
    this.block = open ? new DecisionBlock() : null;
  }

  /** Whether anything is logged; if not, everything else here does nothing. */
  public boolean isOpen() {
    return open;
  }

  /** The number of an agent, registered if it is new. */
  public int agent(String name) {
    return register(name, agents);
  }

  /** The number of what decisions are about, such as the jobs of a cohort. */
  public int subject(String name) {
    return register(name, subjects);
  }

  /** The number of a kind of decision. */
  public int kind(DecisionKind of) {
    return register(of, kinds);
  }

  private <T> int register(T entry, List<T> all) {
    if (!open) {
      return 0;
    }
    int known = all.indexOf(entry);
    if (known >= 0) {
      return known;
    }
    if (!chain.empty() || block.rows() > 0) {
      throw new IllegalStateException(
          entry
              + ": is registered after the first decision. Maybe register it while the world is"
              + " assembled.");
    }
    all.add(entry);
    return all.size() - 1;
  }

  /**
   * Whether a decision of which there are many is to be logged: the same for the same entity and
   * number under every policy.
   *
   * @param entity whom it concerns, as for {@link Streams#at}
   * @param number which of its decisions, such as its n-th potential job; below 2^40
   */
  public boolean wanted(long entity, long number) {
    if (!open || rate <= 0) {
      return false;
    }
    if (rate >= 1) {
      return true;
    }
    streams.seek(draws, Purpose.LOGGING, entity, number);
    return draws.nextUniform() < rate;
  }

  /**
   * Begins to log a decision.
   *
   * @param ofAgent from {@link #agent}
   * @param ofKind from {@link #kind}
   * @param about from {@link #subject}
   * @param number which one of these
   * @throws IllegalArgumentException if one was not registered
   */
  public void begin(long timeMicros, int ofAgent, int ofKind, int about, long number) {
    if (!open) {
      return;
    }
    if (ofAgent < 0 || ofAgent >= agents.size() || about < 0 || about >= subjects.size()) {
      throw new IllegalArgumentException(
          "decision of agent " + ofAgent + " about " + about + ": must both be registered.");
    }
    kind = kinds.get(ofKind);
    block.begin(timeMicros, ofAgent, ofKind, about, number);
  }

  /** The next input, in the order of the kind's names. */
  public void input(double value) {
    if (open) {
      block.input(value);
    }
  }

  /**
   * The next option that was considered; of those beyond the first {@value
   * DecisionBlock#MOST_OPTIONS} nothing is kept.
   *
   * @param id number of the option, see {@link DecisionKind#options}
   * @param score what it was judged by; NaN for not at all
   */
  public void option(long id, double score) {
    if (open && block.openOptions() < DecisionBlock.MOST_OPTIONS) {
      block.option(id, score);
    }
  }

  /**
   * Ends a decision.
   *
   * @param choice place of what was chosen among the options; -1 for none of them
   * @param reason place among the kind's reasons
   * @throws IllegalArgumentException if choice or reason are out of range, or inputs are missing
   * @throws io.depinsim.core.run.RunDirectoryException if a full block cannot be written
   */
  public void end(int choice, int reason) {
    if (!open) {
      return;
    }
    if (choice < -1 || choice >= block.openOptions()) {
      throw new IllegalArgumentException(
          "choice " + choice + ": is none of the " + block.openOptions() + " options.");
    }
    if (reason < 0 || reason >= kind.reasons().size()) {
      throw new IllegalArgumentException("reason " + reason + ": " + kind.name() + " has none.");
    }
    if (block.openInputs() != kind.inputs().size()) {
      throw new IllegalArgumentException(
          block.openInputs() + " inputs: " + kind.name() + " has " + kind.inputs() + ".");
    }
    block.end(choice, reason);
    if (block.full()) {
      chain.seal(block, head());
    }
  }

  private DecisionHead head() {
    return new DecisionHead(
        policy, regime, streams.replicate(), start, rate, agents, subjects, kinds);
  }

  /**
   * Seals what is left: the replicate has come to its end.
   *
   * @return what the log came to; nothing if nothing was decided
   */
  public Optional<DecisionSeal> finish() {
    if (!open) {
      return Optional.empty();
    }
    chain.seal(block, head());
    DecisionSeal seal = chain.settle();
    return seal.decisions() == 0 ? Optional.empty() : Optional.of(seal);
  }

  /** Gives up where blocks go, with or without having finished. */
  public void close() {
    chain.close();
  }

  /** Shows what was logged so far: belongs to checkpoints and to no digest. */
  @Override
  public void visitState(StateVisitor visitor) {
    chain.visitState(visitor);
    block.visitState(visitor);
  }
}
