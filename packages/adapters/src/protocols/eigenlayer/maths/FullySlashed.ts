/** Shares cannot be added or delegated where nothing is left: EigenLayer reverts with FullySlashed. */
export class FullySlashed extends Error {
  override readonly name = "FullySlashed";
  /** What was to be done: `add shares`, `delegate`, `convert to deposit shares`. */
  readonly step: string;

  constructor(step: string) {
    super(
      `Cannot ${step}: the operator was slashed to nothing in this strategy (or the beacon chain took everything). ` +
        "Take withdrawals as tokens, or undelegate and choose another operator first.",
    );
    this.step = step;
  }
}
