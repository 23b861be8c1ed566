import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ETH } from "../../../testing/devnetView.ts";
import { words } from "../../../testing/word.ts";
import { EL, OPERATOR, PROXY_ADMIN, STETH_TOKEN } from "../testing/eigenlayerDeployment.ts";
import {
  allocation,
  type Change,
  MAGNITUDE,
  operatorSet,
  returned,
  TOKEN_BALANCE,
} from "../testing/eigenlayerView.ts";
import { readEigenlayer, slotOf, type World } from "../testing/readEigenlayer.ts";

async function figuresIn(world: World = {}) {
  const { reading } = await readEigenlayer(world);
  return Object.fromEntries(reading.figures.map(({ figure, value }) => [figure, value]));
}
const figureOf = async (figure: string, ...changes: Change[]) => (await figuresIn({ changes }))[figure];

type Held = readonly (readonly [ReturnType<typeof operatorSet>, ReturnType<typeof allocation>])[];
const allocated = (held: Held): Change => [
  "allocationManager",
  "getStrategyAllocations(address,address)",
  returned("getStrategyAllocations", [held.map(([set]) => set), held.map(([, one]) => one)]),
];
const registered = (...ids: readonly number[]): Change => [
  "allocationManager",
  "getRegisteredSets(address)",
  returned("getRegisteredSets", ids.map(operatorSet)),
];
const magnitude = (value: bigint): Change => [
  "allocationManager",
  "getMaxMagnitudes(address,address[])",
  returned("getMaxMagnitudes", [value]),
];
const slashable = (is: boolean): Change => [
  "allocationManager",
  "isOperatorSlashable(address,(address,uint32))",
  words(is ? 1n : 0n),
];

describe("figures of EigenLayer", () => {
  it("are all there on a calm day", async () => {
    expect(await figuresIn()).toEqual({
      tvl: TOKEN_BALANCE,
      ...Object.fromEntries(Object.keys(EL).map((name) => [`pause:${name}`, 0n])),
      ...Object.fromEntries(Object.keys(EL).map((name) => [`implementation:${name}`, 0n])),
      ...Object.fromEntries(Object.keys(EL).map((name) => [`admin:${name}`, 0n])),
      "owner:strategyManager": BigInt(PROXY_ADMIN),
      "whitelisted:stETH": 1n,
      "max-per-deposit:stETH": 500n * ETH,
      "max-total-deposits:stETH": 5_000n * ETH,
      [`magnitude:${OPERATOR}:stETH`]: MAGNITUDE,
      [`slashable:${OPERATOR}:stETH`]: 0n,
      [`allocations:${OPERATOR}`]: expect.any(BigInt),
    });
  });

  it.each<[string, string, Change, bigint]>([
    [
      "a pause is its whole bitmap",
      "pause:delegationManager",
      ["delegationManager", "paused()", words(6n)],
      6n,
    ],
    [
      "a full slash leaves 0, which is read and not missing",
      `magnitude:${OPERATOR}:stETH`,
      magnitude(0n),
      0n,
    ],
    [
      "a slash of 37.3 %",
      `magnitude:${OPERATOR}:stETH`,
      magnitude((627n * ETH) / 1000n),
      (627n * ETH) / 1000n,
    ],
    ["tvl is what lies in the strategy", "tvl", ["stETH", "balanceOf(address)", words(5n)], 5n],
    [
      "not whitelisted is 0",
      "whitelisted:stETH",
      ["strategyManager", "strategyIsWhitelistedForDeposit(address)", words(0n)],
      0n,
    ],
  ])("%s", async (_name, figure, change, value) => {
    expect(await figureOf(figure, change)).toBe(value);
  });

  it("read implementation and administrator of every contract from its storage", async () => {
    const CODE = `0x${"99".repeat(20)}` as const;
    const storage: World["storage"] = ({ slot }) => slotOf(slot.startsWith("0x3608") ? CODE : PROXY_ADMIN);
    const figures = await figuresIn({ storage });
    for (const name of Object.keys(EL)) {
      expect(figures[`implementation:${name}`]).toBe(BigInt(CODE));
      expect(figures[`admin:${name}`]).toBe(BigInt(PROXY_ADMIN));
    }
  });

  it("say where they come from", async () => {
    const { reading } = await readEigenlayer();
    const source = (figure: string) => reading.figures.find((one) => one.figure === figure)?.source;
    expect(source("tvl")).toEqual({ kind: "call", contract: STETH_TOKEN, method: "balanceOf" });
    expect(source("admin:stETHStrategy")).toEqual({
      kind: "state",
      account: EL.stETHStrategy,
      field: "storage",
    });
  });
});

describe("the slashable share of an operator", () => {
  const half = allocation(ETH / 2n);
  const leaving = allocation(ETH / 2n, { pendingDiff: -(ETH / 2n), effectBlock: 900 });
  const joining = allocation(0n, { pendingDiff: ETH / 4n, effectBlock: 900 });
  const share = (...changes: Change[]) => figureOf(`slashable:${OPERATOR}:stETH`, magnitude(ETH), ...changes);

  it.each<[string, readonly Change[], bigint]>([
    ["nothing allocated", [registered(1)], 0n],
    ["half to a set that it is in", [allocated([[operatorSet(1), half]]), registered(1)], ETH / 2n],
    [
      "half each to two sets",
      [
        allocated([
          [operatorSet(1), half],
          [operatorSet(2), half],
        ]),
        registered(1, 2),
      ],
      ETH,
    ],
    [
      "a deallocation under way counts in full until its block",
      [allocated([[operatorSet(1), leaving]]), registered(1)],
      ETH / 2n,
    ],
    [
      "an allocation under way does not count before its block",
      [allocated([[operatorSet(1), joining]]), registered(1)],
      0n,
    ],
    [
      "a set that it left can still slash it during the delay",
      [allocated([[operatorSet(1), half]]), slashable(true)],
      ETH / 2n,
    ],
    ["a set that it left long ago cannot", [allocated([[operatorSet(1), half]]), slashable(false)], 0n],
    [
      "only the set that it is in, of two",
      [
        allocated([
          [operatorSet(1), half],
          [operatorSet(2), half],
        ]),
        registered(2),
        slashable(false),
      ],
      ETH / 2n,
    ],
  ])("%s", async (_name, changes, expected) => {
    expect(await share(...changes)).toBe(expected);
  });

  it("is a share of what slashing left: a third allocated of two thirds left is half, rounded up", async () => {
    const third = allocation(ETH / 3n);
    const left = magnitude((2n * ETH) / 3n);
    const changes = [left, allocated([[operatorSet(1), third]]), registered(1)] as const;
    const figure = await figureOf(`slashable:${OPERATOR}:stETH`, ...changes);
    expect(figure).toBe(((ETH / 3n) * ETH + (2n * ETH) / 3n - 1n) / ((2n * ETH) / 3n));
  });

  it("is 0 where nothing is left to slash, and not unknown", async () => {
    const changes = [magnitude(0n), allocated([[operatorSet(1), half]]), registered(1)] as const;
    expect(await figureOf(`slashable:${OPERATOR}:stETH`, ...changes)).toBe(0n);
  });

  it("is unknown when it is unknown whether a set that it left can slash", async () => {
    const broken: Change = [
      "allocationManager",
      "isOperatorSlashable(address,(address,uint32))",
      { revert: "0x99" },
    ];
    const { reading } = await readEigenlayer({ changes: [allocated([[operatorSet(1), half]]), broken] });
    expect(reading.missing).toMatchObject([
      { subject: `figure:eigenlayer:slashable:${OPERATOR}:stETH`, code: "revert" },
    ]);
  });
});

describe("the fingerprint of an operator's allocations", () => {
  const print = (...changes: Change[]) => figureOf(`allocations:${OPERATOR}`, ...changes);
  const one: Held[number] = [operatorSet(1), allocation(ETH / 2n)];
  const two: Held[number] = [operatorSet(2), allocation(ETH / 4n)];

  it("does not depend on the order in which the contract lists them", async () => {
    const first = await print(allocated([one, two]), registered(1, 2));
    expect(await print(allocated([two, one]), registered(2, 1))).toBe(first);
  });

  it.each<[string, readonly Change[]]>([
    [
      "a magnitude moved by one",
      [allocated([[operatorSet(1), allocation(ETH / 2n + 1n)], two]), registered(1, 2)],
    ],
    [
      "a deallocation was announced",
      [
        allocated([[operatorSet(1), allocation(ETH / 2n, { pendingDiff: -1n, effectBlock: 9 })], two]),
        registered(1, 2),
      ],
    ],
    [
      "its block moved",
      [allocated([[operatorSet(1), allocation(ETH / 2n, { effectBlock: 10 })], two]), registered(1, 2)],
    ],
    ["another set holds it", [allocated([[operatorSet(3), allocation(ETH / 2n)], two]), registered(1, 2)]],
    ["an allocation went", [allocated([two]), registered(1, 2)]],
    ["a set was joined", [allocated([one, two]), registered(1, 2, 3)]],
    ["a set was left", [allocated([one, two]), registered(2), slashable(true)]],
    [
      "stake may be redistributed now",
      [
        allocated([one, two]),
        registered(1, 2),
        ["allocationManager", "isOperatorRedistributable(address)", words(1n)],
      ],
    ],
  ])("is another when %s", async (_name, changes) => {
    expect(await print(...changes)).not.toBe(await print(allocated([one, two]), registered(1, 2)));
  });

  it("has 16 bytes, so that every store can hold it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt(0n, ETH), async (current) => {
        const value = await print(allocated([[operatorSet(1), allocation(current)]]), registered(1));
        expect(value !== undefined && value < 2n ** 128n).toBe(true);
      }),
      { numRuns: 5 },
    );
  });
});
