/** A lease as its holder knows it; every guarded write shows it. */
export type Lease = {
  readonly name: string;
  readonly holder: string;
  /** Rises with every change of hands. */
  readonly epoch: bigint;
  /** By the database's clock. */
  readonly expiresAt: Date;
};
