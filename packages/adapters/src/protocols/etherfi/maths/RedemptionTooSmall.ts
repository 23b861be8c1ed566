/** A redemption so small that rounding leaves nothing of it; the contract reverts with InvalidAmount. */
export class RedemptionTooSmall extends Error {
  override readonly name = "RedemptionTooSmall";
  /** wei of eETH */
  readonly amount: bigint;

  constructor(amount: bigint) {
    super(
      `A redemption of ${amount} wei of eETH is too small: nothing is left of it after rounding. Leave it, or add it to a larger one.`,
    );
    this.amount = amount;
  }
}
