import { MIN_REQUEST } from "./requestLimits.ts";

/** An amount is too small for Lido's withdrawal queue. */
export class RequestBelowMinimum extends Error {
  override readonly name = "RequestBelowMinimum";
  /** wei of stETH */
  readonly amount: bigint;
  readonly minimum = MIN_REQUEST;

  constructor(amount: bigint) {
    super(
      `${amount} wei of stETH is below ${MIN_REQUEST} wei, the least that Lido's withdrawal queue takes. Leave it, or add it to a larger exit.`,
    );
    this.amount = amount;
  }
}
