import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Snapshot } from "../../snapshot/types.ts";
import { findingWith } from "../../testing/judge.ts";
import {
  OPERATOR_A,
  OPERATOR_B,
  restakedAt,
  restakingWith,
  siblingOf,
  ticketOf,
  withTickets,
} from "../../testing/restaking.ts";
import { eth, SAFE } from "../../testing/world.ts";
import type { AssetId, Bps } from "../../units/brands.ts";
import { formatExact } from "../../units/formatExact.ts";
import { max } from "../../units/order.ts";
import type { OperatorCap } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { operatorCap } from "./operatorCap.ts";

const LOW = `0x${"11".repeat(20)}`;
const HIGH = `0x${"ee".repeat(20)}`;
const POSITION = restakedAt(OPERATOR_A);

const cap = (max: bigint, operator = OPERATOR_A): OperatorCap => ({ operator, max: max as Bps });

type Treasury = {
  /** Ether's worth of this account with operator A. */
  readonly own: string;
  /** Beside it, in this account. */
  readonly idle: string;
  readonly siblings?: readonly Snapshot[];
  readonly caps?: readonly OperatorCap[];
};

function treasury({ own, idle, siblings = [], caps = [cap(4_000n)] }: Treasury): RuleContext {
  const context = restakingWith([{ operator: OPERATOR_A, value: own }], {
    world: { stakes: [], idle },
    caps: { operators: caps },
  });
  return { ...context, siblings };
}

const sibling = (address: string, value: string, idle: string) =>
  siblingOf(address, { delegations: [{ operator: OPERATOR_A, value }], idle });

const reduce = (target: string) => ({
  kind: "reduce-to",
  position: POSITION,
  target: eth(target),
  urgent: false,
});
const freeze = { kind: "freeze-entries", positions: [POSITION] };

const cases: readonly { name: string; context: RuleContext; code: string; effect: object }[] = [
  {
    name: "exactly the cap over both accounts is within it",
    context: treasury({ own: "250", idle: "250", siblings: [sibling(HIGH, "150", "350")] }),
    code: "within-cap",
    effect: { kind: "none" },
  },
  {
    name: "one wei above it is not, and the account with most gives back just enough",
    context: treasury({
      own: "250.000000000000000001",
      idle: "249.999999999999999999",
      siblings: [sibling(HIGH, "150", "350")],
    }),
    code: "above-cap",
    effect: reduce("250"),
  },
  {
    name: "one wei below it is within",
    context: treasury({
      own: "249.999999999999999999",
      idle: "250.000000000000000001",
      siblings: [sibling(HIGH, "150", "350")],
    }),
    code: "within-cap",
    effect: { kind: "none" },
  },
  {
    name: "alone the account is above, together with the other it is not",
    context: treasury({ own: "250", idle: "250", siblings: [sibling(HIGH, "0", "500")] }),
    code: "within-cap",
    effect: { kind: "none" },
  },
  {
    name: "the larger one bears the whole excess",
    context: treasury({ own: "350", idle: "150", siblings: [sibling(HIGH, "150", "350")] }),
    code: "above-cap",
    effect: reduce("250"),
  },
  {
    name: "the smaller one adds nothing meanwhile",
    context: treasury({ own: "150", idle: "350", siblings: [sibling(HIGH, "350", "150")] }),
    code: "above-cap",
    effect: freeze,
  },
  {
    name: "of equals the lower address reduces: this one",
    context: treasury({ own: "250", idle: "250", siblings: [sibling(HIGH, "250", "250")] }),
    code: "above-cap",
    effect: reduce("150"),
  },
  {
    name: "of equals the lower address reduces: the other one",
    context: treasury({ own: "250", idle: "250", siblings: [sibling(LOW, "250", "250")] }),
    code: "above-cap",
    effect: freeze,
  },
  {
    name: "of three, the one with most reduces",
    context: treasury({
      own: "300",
      idle: "0",
      siblings: [sibling(LOW, "200", "100"), sibling(HIGH, "100", "200")],
    }),
    code: "above-cap",
    effect: reduce("60"),
  },
  {
    name: "an excess larger than what the largest has takes all of it",
    context: treasury({
      own: "300",
      idle: "0",
      siblings: [sibling(LOW, "290", "10"), sibling(HIGH, "290", "10")],
      caps: [cap(1_000n)],
    }),
    code: "above-cap",
    effect: reduce("0"),
  },
  {
    name: "a cap of nothing brings the account to nothing",
    context: treasury({ own: "10", idle: "90", caps: [cap(0n)] }),
    code: "above-cap",
    effect: reduce("0"),
  },
  {
    name: "an empty treasury is within every cap",
    context: treasury({ own: "0", idle: "0", caps: [cap(0n)] }),
    code: "within-cap",
    effect: { kind: "none" },
  },
];

describe("operatorCap", () => {
  test.each(cases)("$name", ({ context, code, effect }) => {
    const found = findingWith(operatorCap, { context, code });
    expect(found).toMatchObject({ subject: { kind: "operator", id: OPERATOR_A }, effect });
  });

  test("without caps nothing is said", () => {
    expect(operatorCap.evaluate(restakingWith([{ operator: OPERATOR_A, value: "100" }]))).toEqual([]);
  });

  test("the share is of the whole treasury, rounded up, with every account's reading as evidence", () => {
    const context = treasury({ own: "350", idle: "150", siblings: [sibling(HIGH, "150", "350.1")] });
    expect(findingWith(operatorCap, { context, code: "above-cap" })).toMatchObject({
      level: "warning",
      measured: { unit: "bps", value: 5_000n },
      limit: { unit: "bps", value: 4_000n },
      evidence: [
        { kind: "call" },
        { kind: "call" },
        { kind: "policy", path: `caps.operators.${OPERATOR_A}` },
      ],
    });
  });

  test("what waits in a queue counts to the treasury, and no longer to the operator", () => {
    const breached = treasury({ own: "401", idle: "599" });
    expect(findingWith(operatorCap, { context: breached, code: "above-cap" }).effect).toEqual(reduce("400"));
    const queued = withTickets(treasury({ own: "400", idle: "599" }), [ticketOf({ value: eth("1") })]);
    expect(findingWith(operatorCap, { context: queued, code: "within-cap" }).measured?.value).toBe(4_000n);
  });

  test("each operator has its own cap, and one without a position of ours freezes nothing", () => {
    const other = siblingOf(HIGH, { delegations: [{ operator: OPERATOR_B, value: "500" }], idle: "0" });
    const context = treasury({
      own: "100",
      idle: "400",
      siblings: [other],
      caps: [cap(4_000n), cap(4_000n, OPERATOR_B)],
    });
    expect(operatorCap.evaluate(context).map((each) => [each.code, each.effect])).toEqual([
      ["within-cap", { kind: "none" }],
      ["above-cap", { kind: "none" }],
    ]);
  });

  const unread = (subject: string) => ({ subject, code: "rpc", retry: true, detail: "" }) as const;
  const blind = (change: (snapshot: Snapshot) => Snapshot) => {
    const context = treasury({ own: "350", idle: "150", siblings: [sibling(HIGH, "150", "350")] });
    return { ...context, siblings: context.siblings.map(change) };
  };
  const own = treasury({ own: "350", idle: "150", siblings: [sibling(HIGH, "150", "350")] });
  const unknowns: readonly { name: string; context: RuleContext }[] = [
    ...["position:lido:wstETH", "rate:wstETH", "venue:eigenlayer", "ticket:lido:7"].flatMap((subject) => [
      {
        name: `the sibling's ${subject}`,
        context: blind((snapshot) => ({ ...snapshot, missing: [unread(subject)] })),
      },
      {
        name: `its own ${subject}`,
        context: { ...own, snapshot: { ...own.snapshot, missing: [unread(subject)] } },
      },
    ]),
    {
      name: "the sibling's rate of what it holds",
      context: blind((snapshot) => ({ ...snapshot, rates: [] })),
    },
    {
      name: "how the sibling's values compare with ours",
      context: blind((snapshot) => ({ ...snapshot, baseAsset: "USDC" as AssetId })),
    },
  ];
  test.each(unknowns)("without $name no share is known, and entries are frozen", ({ context }) => {
    expect(operatorCap.evaluate(context)).toMatchObject([
      { code: "share-unknown", level: "unknown", measured: null, effect: freeze },
    ]);
  });

  test("a sibling's feed or gas says nothing about value", () => {
    const context = blind((snapshot) => ({ ...snapshot, missing: [unread("feed:x"), unread("gas")] }));
    expect(operatorCap.evaluate(context)).toMatchObject([{ code: "above-cap" }]);
  });

  test("in every treasury at most one account reduces, and what it gives up ends the breach", () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 21n }).map((wei) => formatExact(wei, 18n));
    const account = fc.record({ value: amount, idle: amount });
    const accounts = fc.tuple(account, account, account);
    fc.assert(
      fc.property(accounts, fc.bigInt({ min: 0n, max: 9_999n }), (all, most) => {
        const addresses = [SAFE, LOW, HIGH];
        const effects = all.map((mine, index) => {
          const context = treasury({
            own: mine.value,
            idle: mine.idle,
            caps: [cap(most)],
            siblings: all.flatMap((each, i) =>
              i === index ? [] : [sibling(addresses[i] ?? LOW, each.value, each.idle)],
            ),
          });
          const address = addresses[index] ?? LOW;
          const account = { ...context.snapshot.account, address: address as typeof SAFE };
          const [found] = operatorCap.evaluate({ ...context, snapshot: { ...context.snapshot, account } });
          return found?.effect;
        });
        const values = all.map((each) => eth(each.value));
        const together = values.reduce<bigint>((sum, value) => sum + value, 0n);
        const total = all.reduce<bigint>((sum, each) => sum + eth(each.value) + eth(each.idle), 0n);
        const reductions = effects.flatMap((effect, index) =>
          effect?.kind === "reduce-to" ? [(values[index] ?? 0n) - effect.target] : [],
        );
        const isAbove = together * 10_000n > most * total;
        expect(reductions).toHaveLength(isAbove ? 1 : 0);
        const [given = 0n] = reductions;
        const largest = values.reduce((a, b) => max(a, b));
        expect((together - given) * 10_000n <= most * total || given === largest).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
