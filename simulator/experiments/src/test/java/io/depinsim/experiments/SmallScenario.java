package io.depinsim.experiments;

/** Text of a scenario of two providers who share 10 tokens a day, to be varied by tests. */
final class SmallScenario {
  static final String TEXT =
      """
      depinsim: 1
      name: small
      question: What do two providers earn?
      run: {seed: 3, start: 2025-01-01, horizon: 10 days}
      assets:
        TOKEN: {decimals: 3}
      providers:
        pair:
          kind: fleet
          potential: 2
          joins: [first]
          capacity: {first: {constant: {units: 7 units}}}
      networks:
        first:
          asset: TOKEN
          emission: {fixed: {perDay: 10 TOKEN}}
          rewards: {byCapacity: {}}
      """;

  private SmallScenario() {}
}
