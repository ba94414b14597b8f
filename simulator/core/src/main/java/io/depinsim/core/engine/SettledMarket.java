package io.depinsim.core.engine;

/** What a settlement needs to know of a network's markets. */
public interface SettledMarket {
  /** A network without markets. */
  SettledMarket NONE =
      new SettledMarket() {
        @Override
        public double revenueOfPeriod() {
          return 0;
        }

        @Override
        public double price() {
          return 0;
        }
      };

  /** What users have paid since the latest settlement, currency. */
  double revenueOfPeriod();

  /** Price of the token, currency; 0 before the launch and without an exchange. */
  double price();
}
