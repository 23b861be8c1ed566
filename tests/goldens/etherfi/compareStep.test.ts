import { describe, expect, it } from "vitest";
import { compareStep } from "./compareStep.ts";
import type { Observation } from "./observation.ts";
import type { RecordedStep } from "./recordedStep.ts";

const state = { totalShares: 5n, "holder.weETH": 7n };
const read = () => Promise.resolve(0n);
const observation: Observation = {
  before: state,
  after: state,
  reverted: undefined,
  outputs: new Map<string, unknown>([
    ["requestId", 3n],
    ["canRedeem", true],
  ]),
  act: {
    args: ["amount"],
    outputs: [
      { field: "requestId", when: "after", read },
      { field: "canRedeem", when: "before", read },
    ],
  },
};
const recorded = { totalShares: "5", holder: { weETH: "7" } };
const step = {
  i: 4,
  action: "request",
  gasUsed: "9",
  args: { amount: "1", note: "of any kind" },
  requestId: 3,
  canRedeem: true,
  before: recorded,
  after: recorded,
} satisfies RecordedStep;

const compare = (changed: object, found: Partial<Observation> = {}) =>
  compareStep({ ...step, ...changed }, { ...observation, ...found });

describe("a step that agrees", () => {
  it("passes: numbers as text or not, gas and notes not compared", () => {
    expect(() => compare({})).not.toThrow();
    expect(() => compare({ requestId: "3", gasUsed: "1" })).not.toThrow();
  });

  it("may keep what was read before it reverted, and then it counts", () => {
    const reverted = { reverted: "Panic(17)" };
    const { requestId: _, canRedeem: __, ...bare } = step;
    expect(() => compareStep({ ...bare, ...reverted }, { ...observation, ...reverted })).not.toThrow();
    expect(() =>
      compareStep({ ...bare, ...reverted, canRedeem: false }, { ...observation, ...reverted }),
    ).toThrow("canRedeem");
  });
});

describe("a step does not pass with", () => {
  it.each([
    ["a figure that differs", { requestId: 4 }, "requestId"],
    ["a figure that is missing", { requestId: undefined }, "requestId"],
    ["a figure that is nothing", { requestId: null }, "requestId"],
    ["another answer", { canRedeem: false }, "canRedeem"],
    ["a figure that is not known", { referral: "1" }, "referral"],
    ["an argument that is not known", { args: { amount: "1", to: "2" } }, "args.to"],
    ["a total that differs", { after: { ...recorded, totalShares: "6" } }, "after.totalShares"],
    ["a total that is missing", { before: { holder: recorded.holder } }, "before.totalShares"],
    ["a total that is not known", { after: { ...recorded, escrow: "0" } }, "after.escrow"],
    ["a holding that differs", { before: { ...recorded, holder: { weETH: "8" } } }, "before.holder.weETH"],
    ["no holdings", { after: { totalShares: "5" } }, "after.holder.weETH"],
    [
      "a holding that is not known",
      { after: { ...recorded, holder: { weETH: "7", WETH: "0" } } },
      "after.holder.WETH",
    ],
    ["a revert that did not happen", { reverted: "InvalidAmount" }, "reverted"],
  ])("%s", (_what, changed, field) => {
    expect(() => compare(changed)).toThrow(expect.objectContaining({ field }));
  });

  it("a revert that was not recorded, or another one", () => {
    const found = { reverted: "InvalidAmount" };
    expect(() => compare({}, found)).toThrow(
      expect.objectContaining({ field: "reverted", recorded: "it passed" }),
    );
    expect(() => compare({ reverted: "SendFail" }, found)).toThrow(
      expect.objectContaining({ field: "reverted" }),
    );
  });
});
