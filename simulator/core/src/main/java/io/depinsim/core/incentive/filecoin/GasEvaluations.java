package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.scenario.Evaluation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Base fee and gas of a message as evaluations. */
public final class GasEvaluations {
  private static final long MOST_GAS = 1_000_000_000_000_000L;
  private static final long MOST_BLOCKS = 1000;
  private static final int MOST_BIDS = 5000;

  /** Tips beyond a FIL per gas all push the base fee up by its most. */
  private static final BigDecimal MOST_TIP = BigDecimal.ONE;

  private GasEvaluations() {}

  /** Rows of this group. */
  static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "baseFee",
            "Base fee of the next epoch, by gas target or, since FIP-0115, by the 20th percentile"
                + " of tips.",
            "lotus @0efce075, basefee.go; FIP-0115",
            Congestion.class,
            NextFee.class,
            GasEvaluations::next,
            new Congestion(
                BaseFeeRule.targetGas,
                new BigDecimal("0.0000000001"),
                25_000_000_000L,
                4L,
                null,
                null)),
        new Evaluation<>(
            "gasOutputs",
            "Where the money of one message goes: burn, over-estimation, tip, penalty, refund.",
            "lotus @0656b621, burn.go",
            Message.class,
            Outputs.class,
            GasEvaluations::outputs,
            new Message(
                1_000_000L,
                1_500_000L,
                new BigDecimal("0.0000000001"),
                new BigDecimal("0.0000000002"),
                new BigDecimal("0.0000000000001"))));
  }

  /** Which rule moves the base fee. */
  public enum BaseFeeRule {
    /** Gas used against a target of 5e9 per block. */
    targetGas,
    /** Tips bid against an eighth of the base fee. */
    fip0115
  }

  /**
   * An epoch's demand for gas.
   *
   * @param baseFeeRule the rule; default targetGas
   * @param baseFeeFilPerGas base fee of this epoch; 1e-16 FIL is 100 attoFIL
   * @param gasLimitSum gas limits of the epoch's unique messages together; only targetGas
   * @param blocks blocks of the epoch; only targetGas, default 1
   * @param percentile20TipFilPerGas lowest tip such that more than a fifth of the block gas bids at
   *     or below it; only fip0115
   * @param bids what it is computed from, instead of giving it; only fip0115
   */
  public record Congestion(
      BaseFeeRule baseFeeRule,
      BigDecimal baseFeeFilPerGas,
      Long gasLimitSum,
      Long blocks,
      BigDecimal percentile20TipFilPerGas,
      List<Bid> bids) {}

  /**
   * Gas bid for at one tip, in any block of the epoch, duplicates removed.
   *
   * @param tipFilPerGas min(premium, fee cap - base fee), not below 0
   * @param gasLimit gas asked for
   */
  public record Bid(BigDecimal tipFilPerGas, Long gasLimit) {}

  /**
   * The next base fee.
   *
   * @param nextBaseFeeFilPerGas in FIL
   * @param nextBaseFeeAttoPerGas the same in attoFIL
   */
  public record NextFee(BigDecimal nextBaseFeeFilPerGas, BigInteger nextBaseFeeAttoPerGas) {}

  /**
   * One message.
   *
   * @param gasUsed gas used
   * @param gasLimit gas asked for
   * @param baseFeeFilPerGas base fee
   * @param feeCapFilPerGas most the sender pays per gas
   * @param premiumFilPerGas tip offered per gas
   */
  public record Message(
      Long gasUsed,
      Long gasLimit,
      BigDecimal baseFeeFilPerGas,
      BigDecimal feeCapFilPerGas,
      BigDecimal premiumFilPerGas) {}

  /**
   * Where the money goes.
   *
   * @param baseFeeBurnFil burnt for gas used
   * @param overestimationBurnFil burnt for gas asked for and not used
   * @param minerPenaltyFil charged to the block's producer
   * @param minerTipFil tip of the producer
   * @param refundFil back to the sender
   * @param gasRefund gas returned
   * @param gasBurned gas burnt for over-estimation
   */
  public record Outputs(
      BigDecimal baseFeeBurnFil,
      BigDecimal overestimationBurnFil,
      BigDecimal minerPenaltyFil,
      BigDecimal minerTipFil,
      BigDecimal refundFil,
      long gasRefund,
      long gasBurned) {}

  private static NextFee next(Congestion in) {
    BigInteger fee = Door.atto("baseFeeFilPerGas", in.baseFeeFilPerGas());
    BigInteger next;
    if (in.baseFeeRule() == BaseFeeRule.fip0115) {
      if (in.gasLimitSum() != null || in.blocks() != null) {
        throw Door.refusal(
            "gasLimitSum", in.gasLimitSum(), "and blocks are not read by baseFeeRule fip0115", "");
      }
      next = BaseFee.nextFip0115(fee, percentile20Tip(in));
    } else {
      if (in.percentile20TipFilPerGas() != null || in.bids() != null) {
        throw Door.refusal(
            "percentile20TipFilPerGas",
            in.percentile20TipFilPerGas(),
            "and bids are not read by baseFeeRule targetGas",
            "fip0115 was meant");
      }
      long gas = Door.within("gasLimitSum", in.gasLimitSum(), 0, MOST_GAS);
      Long blocks = in.blocks() == null ? Long.valueOf(1) : in.blocks();
      next = BaseFee.next(fee, gas, (int) Door.within("blocks", blocks, 1, MOST_BLOCKS));
    }
    return new NextFee(AttoFil.toFil(next), next);
  }

  private static BigInteger percentile20Tip(Congestion in) {
    if (in.bids() == null) {
      return Door.atto("percentile20TipFilPerGas", in.percentile20TipFilPerGas());
    }
    if (in.percentile20TipFilPerGas() != null) {
      throw Door.refusal("bids", in.bids(), "and percentile20TipFilPerGas: give one", "");
    }
    List<Bid> bids = new ArrayList<>(Door.someOf("bids", in.bids(), MOST_BIDS));
    for (int i = 0; i < bids.size(); i++) {
      Door.amount("bids[" + i + "].tipFilPerGas", bids.get(i).tipFilPerGas());
      Door.within("bids[" + i + "].gasLimit", bids.get(i).gasLimit(), 0, MOST_GAS);
    }
    bids.sort(Comparator.comparing(Bid::tipFilPerGas).reversed());
    long[] tips = new long[bids.size()];
    long[] gas = new long[bids.size()];
    for (int i = 0; i < tips.length; i++) {
      tips[i] = AttoFil.ofFil(bids.get(i).tipFilPerGas().min(MOST_TIP)).longValueExact();
      gas[i] = bids.get(i).gasLimit();
    }
    return BigInteger.valueOf(BaseFee.percentile20Tip(tips, gas, BaseFee.GAS_LIMIT_PER_BLOCK));
  }

  private static Outputs outputs(Message in) {
    long limit = Door.within("gasLimit", in.gasLimit(), 0, MOST_GAS);
    long used = Door.within("gasUsed", in.gasUsed(), 0, limit);
    GasOutputs split =
        GasOutputs.of(
            used,
            limit,
            Door.atto("baseFeeFilPerGas", in.baseFeeFilPerGas()),
            Door.atto("feeCapFilPerGas", in.feeCapFilPerGas()),
            Door.atto("premiumFilPerGas", in.premiumFilPerGas()));
    return new Outputs(
        AttoFil.toFil(split.baseFeeBurn()),
        AttoFil.toFil(split.overestimationBurn()),
        AttoFil.toFil(split.minerPenalty()),
        AttoFil.toFil(split.minerTip()),
        AttoFil.toFil(split.refund()),
        split.gasRefund(),
        split.gasBurned());
  }
}
