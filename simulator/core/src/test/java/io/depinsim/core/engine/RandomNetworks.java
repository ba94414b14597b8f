package io.depinsim.core.engine;

import io.depinsim.core.incentive.filecoin.ConsensusLottery;
import io.depinsim.core.incentive.filecoin.MessageGas;
import io.depinsim.core.incentive.filecoin.SectorDailyFee;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.world.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;

/** Small networks with rules, providers and decisions drawn from a seed. */
final class RandomNetworks {
  private static final BuildContext CONTEXT =
      new BuildContext("net", "TOK", 6, Instant.parse("2025-01-01T00:00:00Z"));

  private RandomNetworks() {}

  /** A network with every kind of rule; whether each is there depends on the seed. */
  static SmallNetwork of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SmallNetwork network =
        new SmallNetwork()
            .seed(seed)
            .asset(Asset.uncapped("TOK", 6))
            .boost(1 + random.nextInt(10))
            .epochDays(random.nextInt(4) == 0 ? 7 : 1)
            .held(random.nextInt(100_000))
            .genesis(5_000, 30, 150)
            .genesis(700, 0, 90)
            .reserve(1_000, 40)
            .emission(random.nextInt(5) == 0 ? 0 : random.nextInt(1_000));
    for (int cohort = 0; cohort <= random.nextInt(3); cohort++) {
      cohort(network, "cohort" + cohort, random);
    }
    if (random.nextInt(3) == 0) {
      network.rewards(new ConsensusLottery(new ConsensusLottery.Spec(5, 0.97, 0)));
    }
    if (random.nextInt(3) > 0) {
      network.vesting(random.nextInt(5) * 0.25, 1 + random.nextInt(60));
    }
    if (random.nextInt(4) > 0) {
      network.collateral(new FlatRules.FlatCollateral(random.nextInt(400) / 100.0));
    }
    if (random.nextInt(4) > 0) {
      network.penalties(
          new FlatRules.FlatPenalties(
              random.nextInt(3) * 0.02, random.nextInt(50) / 10.0, random.nextDouble()));
    }
    if (random.nextBoolean()) {
      network.sectorFee(
          new SectorDailyFee(new SectorDailyFee.Spec(LocalDate.parse("2025-03-01")), CONTEXT));
    }
    if (random.nextBoolean()) {
      network.gas(gas(random));
    }
    return network;
  }

  private static void cohort(SmallNetwork network, String name, SplittableRandom random) {
    int rows = 1 + random.nextInt(6);
    long[] sizes = new long[rows];
    long[] joins = new long[rows];
    long[] leaves = new long[rows];
    for (int row = 0; row < rows; row++) {
      sizes[row] = 1 + random.nextLong(1_000_000);
      // Somebody is always there.
      joins[row] = row == 0 ? 0 : SmallNetwork.days(random.nextInt(100));
      leaves[row] = row == 0 ? Long.MAX_VALUE : joins[row] + SmallNetwork.days(random.nextInt(150));
    }
    network.cohort(name, new Moody(random.nextLong()), sizes, joins, leaves);
  }

  private static MessageGas gas(SplittableRandom random) {
    LocalDate start = LocalDate.parse("2025-01-01");
    return new MessageGas(
        new MessageGas.Spec(
            random.nextBoolean() ? MessageGas.Rule.targetGas : MessageGas.Rule.tipPercentile,
            1e8,
            Map.of(start, 1e8),
            1e6,
            Map.of(start, random.nextInt(200) * 1e12),
            1e7,
            1 + random.nextDouble(),
            0.3),
        CONTEXT);
  }

  /** Adds, extends and withdraws at random; the same every time for a seed and a day. */
  private record Moody(long seed) implements CapacityStrategy {
    @Override
    public Opening opening() {
      return new Opening(seed & 1023, seed >>> 10 & 255, 3, 80, 40);
    }

    @Override
    public Decision decide(Observation o) {
      SplittableRandom random = new SplittableRandom(seed ^ o.day() * 0x9E3779B97F4A7C15L);
      return new Decision(
          change(random, 300, o.endingPlain(), o.plain()),
          change(random, 100, o.endingBoosted(), o.boosted()));
    }

    private static Change change(SplittableRandom random, long most, long ending, long present) {
      return new Change(
          some(random, most),
          some(random, ending + 5),
          some(random, present / 20 + 5),
          random.nextInt(5) == 0 ? some(random, present / 2 + 2) : 0);
    }

    private static long some(SplittableRandom random, long most) {
      return random.nextInt(3) == 0 ? 0 : random.nextLong(most);
    }

    @Override
    public Terms terms(long day) {
      int shortest = 20 + (int) (day % 40);
      return new Terms(shortest, shortest + 7, 3);
    }
  }
}
