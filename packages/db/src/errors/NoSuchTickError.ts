/** There is no tick of this id for this account. */
export class NoSuchTickError extends Error {
  readonly tickId: bigint;

  constructor(tickId: bigint) {
    super(`There is no tick ${tickId} for this account. See the list with: ballast explain latest.`);
    this.name = "NoSuchTickError";
    this.tickId = tickId;
  }
}
