package io.depinsim.core.engine.market;

import io.depinsim.core.engine.LifeStage;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.CohortSpec.ProviderKind;
import io.depinsim.core.world.OwnerTable;
import java.util.List;

/**
 * Decides for one cohort of owners, all rows at once, which machines are bought, given up and
 * connected where. Columns in, columns out; implemented in {@code agents}.
 */
public interface MachineStrategy {
  /** Numbers of memory a strategy has for each network, see {@link Observation#memory}. */
  int MEMORY = 8;

  /**
   * Whether the machines belong to the project: its treasury pays for them and gets what they earn.
   */
  boolean ownedByProject();

  /**
   * One round of decisions.
   *
   * @param owners who they are and what they have; read only, but for the column of bad rounds,
   *     which is the strategy's own
   * @param decision receives what they do; holds zeros and present homes before
   */
  void decide(Observation observation, OwnerTable owners, Decision decision);

  /**
   * What all owners of a cohort see.
   *
   * @param nowMicros microseconds since the start
   * @param round number of the decision round since the start, the occurrence of keyed draws
   * @param months time since the last round
   * @param terms what machines cost and give
   * @param offers what the networks they may serve have to offer, in the order of {@code joins}
   * @param memory what the strategy wrote here before, {@link #MEMORY} numbers for each network;
   *     zeros at the start; the only thing it may remember
   * @param streams random numbers of the run
   */
  record Observation(
      long nowMicros,
      long round,
      double months,
      Terms terms,
      List<Offer> offers,
      double[][] memory,
      Streams streams) {}

  /**
   * Machines of a cohort.
   *
   * @param kind what owning costs
   * @param most machines of one owner
   * @param lot machines bought or given up at a time
   * @param ownUse what a machine is worth to its owner when it serves nobody, currency per month
   * @param leadMonths from order to service
   * @param resale share of the price a used machine fetches at once
   * @param depreciation share by which that falls per month
   * @param capacity units of service of a machine per month
   * @param loanShare part of the price that is borrowed
   * @param loanRate interest per month
   * @param loanMonths a part of 1/loanMonths of what is owed is repaid each month
   */
  record Terms(
      ProviderKind kind,
      int most,
      int lot,
      double ownUse,
      double leadMonths,
      double resale,
      double depreciation,
      long capacity,
      double loanShare,
      double loanRate,
      int loanMonths) {}

  /**
   * What a network offers those who serve it.
   *
   * @param stage how far it has come; outsiders may join from the launch on
   * @param incomePerUnit income of a unit of capacity by the latest settlement, fees and tokens at
   *     their price, less what energy and repairs cost the cohort lately, currency per month
   * @param units capacity in service, units per month
   * @param unitsComing capacity on order
   * @param outsiderUnits capacity in service that is not the project's
   * @param demandUnits service demanded, units per month
   */
  record Offer(
      LifeStage.Stage stage,
      double incomePerUnit,
      double units,
      double unitsComing,
      double outsiderUnits,
      double demandUnits) {}

  /**
   * What owners do, one entry per row.
   *
   * @param order machines ordered
   * @param retire machines given up
   * @param home place of the network they serve from now on, or {@link OwnerTable#NOWHERE}
   */
  record Decision(long[] order, long[] retire, long[] home) {}
}
