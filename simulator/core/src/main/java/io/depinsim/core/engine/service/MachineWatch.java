package io.depinsim.core.engine.service;

/** Hears which machines are connected and disconnected, and knows which of them are scrap. */
public interface MachineWatch {
  /** Machines last for ever. */
  MachineWatch NOBODY =
      new MachineWatch() {
        @Override
        public int places(int row, int count, long now) {
          return count;
        }

        @Override
        public void connecting(int machine, long now) {
          // Nobody listens.
        }

        @Override
        public void disconnected(int machine, long now) {
          // Nobody listens.
        }
      };

  /**
   * Places that must be connected for a provider to have so many machines that are no scrap. New
   * machines take the places of scrap first.
   */
  int places(int row, int count, long now);

  /** A machine is connected next; it may be kept from working for a reason from the start. */
  void connecting(int machine, long now);

  /** A machine has been disconnected. */
  void disconnected(int machine, long now);
}
