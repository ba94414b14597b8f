package io.depinsim.core.engine;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;

/** How far a network has come. */
public final class LifeStage implements StateOwner {
  /** {@link #launchMicros()} before the launch. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Stages in order. */
  public enum Stage {
    /** The project raises money and deploys the first machines; there is no token. */
    INCEPTION,
    /** The token is traded and emitted; outsiders join. */
    LAUNCHED,
    /** Outsiders carry the network and fees carry them. */
    SELF_SUSTAINING
  }

  private static final int STAGE = 0;
  private static final int LAUNCH = 1;
  private static final int SUSTAINED = 2;
  private static final int HELD = 3;

  private final long[] state = {0, NEVER, NEVER, 0};

  /** A network that has still to launch. */
  public static LifeStage inception() {
    return new LifeStage();
  }

  /** A network that is launched when the run starts. */
  public static LifeStage launchedAtStart() {
    LifeStage stage = new LifeStage();
    stage.launch(0);
    return stage;
  }

  private LifeStage() {}

  /** The present stage. */
  public Stage stage() {
    return Stage.values()[(int) state[STAGE]];
  }

  /** Whether the token exists. */
  public boolean launched() {
    return state[STAGE] > 0;
  }

  /** When it was launched, microseconds since the start, or {@link #NEVER}. */
  public long launchMicros() {
    return state[LAUNCH];
  }

  /** Moves from inception to launch. */
  public void launch(long nowMicros) {
    state[STAGE] = Stage.LAUNCHED.ordinal();
    state[LAUNCH] = nowMicros;
  }

  /**
   * Notes at a settlement whether the network would carry itself, and moves on when it would have
   * for so many in a row.
   */
  public void noteSustaining(boolean holds, int settlementsAsked, long nowMicros) {
    state[HELD] = holds ? state[HELD] + 1 : 0;
    if (state[HELD] >= settlementsAsked) {
      state[STAGE] = Stage.SELF_SUSTAINING.ordinal();
      state[SUSTAINED] = nowMicros;
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("stage", state, state.length);
  }
}
