/** A recording as a test changes it. */
export type GoldenDocument = {
  meta: { delays: Record<string, unknown> };
  signaturesAndClaims?: unknown;
  vectors: Record<string, Record<string, unknown>[]>;
  scenarios: {
    name: string;
    setup?: { addresses: { stakers: unknown[] } };
    steps: GoldenStep[];
  }[];
};

export type GoldenStep = { action: unknown; args: Record<string, unknown>; [figure: string]: unknown };

/** A step of the first scenario. */
export function stepOf({ scenarios }: GoldenDocument, index: number): GoldenStep {
  const step = scenarios[0]?.steps[index];
  if (step === undefined) throw new TypeError(`The first scenario has no step ${index}.`);
  return step;
}
