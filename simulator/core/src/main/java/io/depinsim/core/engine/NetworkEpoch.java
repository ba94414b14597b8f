package io.depinsim.core.engine;

import io.depinsim.core.time.Phase;
import io.depinsim.core.time.Ticks;

/**
 * The whole model of a network on one page: what happens in an epoch, in order.
 *
 * <p>An epoch ends at the instant it is stepped and covers the time since the one before. Rules
 * ({@code incentive}) say how much; the phases called here move capacity and money; nothing else
 * changes the world.
 */
public final class NetworkEpoch implements Mechanism {
  private final Network network;
  private final Ticks clock;
  private final CapacityPhase capacity;
  private final ProofPhase proofs;
  private final SettlementPhase settlement;

  /**
   * A network's epochs.
   *
   * @param clock when they end, whole days apart
   * @param clamps where limiters are counted
   */
  public NetworkEpoch(Network network, Ticks clock, ClampTelemetry clamps) {
    this.network = network;
    this.clock = clock;
    FeeCollector fees = new FeeCollector(network, clamps);
    this.capacity = new CapacityPhase(network, fees, clamps);
    this.proofs = new ProofPhase(network);
    this.settlement = new SettlementPhase(network, fees, clamps);
  }

  @Override
  public String name() {
    return network.name();
  }

  @Override
  public void start(Agenda agenda) {
    scheduleEpoch(agenda, 1);
  }

  @Override
  public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
    long now = agenda.now();
    switch (phase) {
      case ARRIVALS -> {
        // Capacity: what is decided, what is extended, what ends, what leaves early, what is added
        int days = settlement.beginEpoch(now);
        capacity.decide(now, days);
        capacity.extend();
        capacity.expire();
        capacity.terminate();
        capacity.add();
      }
      case VERIFICATION -> {
        // Proofs: which capacity failed today and earns nothing
        proofs.fail(now);
      }
      case SETTLEMENT -> {
        // Tokens: what unlocks, what is minted, who earns it, what is locked
        settlement.unlockGenesis(now);
        settlement.releaseRewards();
        settlement.mint(now);
        settlement.split(now);
        // Fees: what faults, leaving, staying and messages burn
        settlement.chargeFaults();
        capacity.chargeTerminations();
        settlement.chargeCapacityFee();
        settlement.burnGas(now, capacity.activated());
        scheduleEpoch(agenda, payload + 1);
      }
      default -> throw new IllegalStateException("a network has no work in phase " + phase);
    }
  }

  private void scheduleEpoch(Agenda agenda, long number) {
    long time = clock.instant(number);
    agenda.schedule(time, Phase.ARRIVALS, 0, 0, number);
    agenda.schedule(time, Phase.VERIFICATION, 0, 0, number);
    agenda.schedule(time, Phase.SETTLEMENT, 0, 0, number);
  }
}
