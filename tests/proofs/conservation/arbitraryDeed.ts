import fc from "fast-check";
import { type Deed, deed } from "./deed.ts";
import type { OPERATORS } from "./operators.ts";
import type { Step } from "./step.ts";
import { STEPS } from "./steps/steps.ts";
import { WHOLE } from "./whole.ts";

const WAD = 10n ** 18n;
const between = (min: bigint, max: bigint) => fc.bigInt({ min, max });
const of = fc.oneof(
  { weight: 4, arbitrary: between(1n, WHOLE - 1n) },
  { weight: 1, arbitrary: fc.constant(WHOLE) },
);
const count = between(1n, 3n);
const mask = fc.oneof(fc.constant(2n ** 64n - 1n), between(1n, 255n));
const operator = fc.constantFrom<keyof typeof OPERATORS>("A", "B");
const wad = fc.oneof(between(1n, WAD), fc.constant(WAD));
const by = fc.constantFrom<"account" | "operator">("account", "operator");
const discountPpm = fc.oneof(fc.constant(0n), between(1n, 50_000n));
const earned = fc.record({ aprBps: between(0n, 1_000n), seconds: between(1n, 5_000_000n) });

const wordsOf = (given: readonly unknown[]): string =>
  given
    .map((each) => (typeof each === "object" && each !== null ? Object.values(each).join(" ") : String(each)))
    .join(", ");

type GivenTo<Arguments extends readonly unknown[]> = {
  readonly [Index in keyof Arguments]: fc.Arbitrary<Arguments[Index]>;
};

/** What each step is given. */
const GIVEN: { readonly [Name in keyof typeof STEPS]: GivenTo<Parameters<(typeof STEPS)[Name]>> } = {
  stakeWithLido: [of],
  wrapSteth: [of],
  unwrapWsteth: [of],
  depositWithEtherfi: [of],
  rewrapWeeth: [of],
  requestAtLido: [of, count],
  requestAtEtherfi: [of, count],
  redeemAtEtherfi: [of],
  restake: [of],
  queueAtEigenlayer: [of],
  undelegate: [by],
  delegate: [operator],
  claim: [mask],
  completeAsShares: [mask],
  strangerClaims: [mask],
  slash: [fc.record({ operator, wad })],
  allocateAll: [operator],
  burnSlashed: [],
  reportAtLido: [between(-60_000n, 20_000n)],
  reportAtEtherfi: [between(-60_000n, 2_500n)],
  grow: [earned],
  finaliseAtLido: [fc.record({ of, discountPpm })],
  finaliseAtEtherfi: [of],
  othersRedeem: [of],
  wait: [between(1n, 25n)],
};

/** What is done more often than the rest: what makes tickets, moves them and ends them. */
const OFTEN: readonly string[] = [
  ...["requestAtLido", "requestAtEtherfi", "restake", "queueAtEigenlayer", "claim", "slash", "wait"],
  ...["reportAtLido", "reportAtEtherfi", "finaliseAtLido", "finaliseAtEtherfi", "completeAsShares"],
];

/** Anything that the account or the world may do. */
export const arbitraryDeed: fc.Arbitrary<Deed> = fc.oneof(
  ...Object.entries(GIVEN).map(([name, given]) => {
    const make = STEPS[name as keyof typeof STEPS] as (...given: readonly unknown[]) => Step;
    const arbitrary = fc
      .tuple(...(given as readonly fc.Arbitrary<unknown>[]))
      .map((values) => deed(`${name}(${wordsOf(values)})`, make(...values)));
    return { weight: OFTEN.includes(name) ? 3 : 1, arbitrary };
  }),
);
