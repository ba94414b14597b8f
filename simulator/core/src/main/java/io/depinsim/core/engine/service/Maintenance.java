package io.depinsim.core.engine.service;

/** Machines that wear and can be sent to maintenance before they break. */
public interface Maintenance {
  /** Nothing wears. */
  Maintenance NONE =
      new Maintenance() {
        @Override
        public boolean maintain(int machine, long now) {
          return false;
        }

        @Override
        public double ageMicros(int machine, long now) {
          return 0;
        }

        @Override
        public double lifeMicros(int row) {
          return 0;
        }

        @Override
        public double shape(int row) {
          return 1;
        }

        @Override
        public double cost(int row) {
          return 0;
        }
      };

  /** Takes an idle machine down and makes it as new; false if that cannot be. */
  boolean maintain(int machine, long now);

  /** Time since the machine was new or repaired last, microseconds. */
  double ageMicros(int machine, long now);

  /** Characteristic life of a provider's machines, microseconds; 0 if they do not wear. */
  double lifeMicros(int row);

  /** Weibull shape of their wear. */
  double shape(int row);

  /** What maintenance of one of them costs, currency. */
  double cost(int row);
}
