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
        public long ageMicros(int machine, long now) {
          return 0;
        }

        @Override
        public double wearLifeMicros(int row) {
          return 0;
        }

        @Override
        public double wearShape(int row) {
          return 0;
        }

        @Override
        public double maintenanceCost(int row) {
          return 0;
        }
      };

  /** Takes an idle machine down and makes it as new; false if that cannot be. */
  boolean maintain(int machine, long now);

  /** Time since the machine was new or repaired last, microseconds. */
  long ageMicros(int machine, long now);

  /** Characteristic life of a provider's machines, microseconds; 0 if they do not wear. */
  double wearLifeMicros(int row);

  /** Weibull shape of their wear; 0 if they do not wear. */
  double wearShape(int row);

  /** What maintenance of one of them costs, currency. */
  double maintenanceCost(int row);
}
