import { describe, expect, test } from "vitest";
import { findingSentence } from "../../explain/findingSentence.ts";
import { type StatedFigure, withFigures } from "../../testing/figures.ts";
import { findingWith, withSnapshot } from "../../testing/judge.ts";
import { CALM, contextOf } from "../../testing/world.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { contractChanged } from "./contractChanged.ts";

const OLD = 0x5fbdb2315678afecb367f032d93f642f64180aa3n;
const NEW = 0x70997970c51812dc3a010c7d01b50e0d17dc79c8n;

type Before = Record<string, bigint>;

const figure = (name: string, { now, before }: { now: bigint; before?: Before }): StatedFigure => ({
  venue: "lido",
  figure: name,
  now,
  ...(before === undefined ? {} : { before }),
});
const changing = (now: bigint, before?: Before) =>
  withFigures(contextOf(CALM), [figure("implementation:stETH", { now, ...(before ? { before } : {}) })]);
const said = (context: RuleContext) =>
  contractChanged.evaluate(context).map((each) => [each.code, each.level]);

describe("contractChanged", () => {
  const cases: readonly { name: string; context: RuleContext; found: [string, string] }[] = [
    {
      name: "the same address is no change",
      context: changing(OLD, { 24: OLD, 1: OLD }),
      found: ["unchanged", "ok"],
    },
    {
      name: "another one is",
      context: changing(NEW, { 1: OLD }),
      found: ["implementation-changed", "warning"],
    },
    {
      name: "a change stays told while the window holds it",
      context: changing(NEW, { 24: OLD, 1: NEW }),
      found: ["implementation-changed", "warning"],
    },
    {
      name: "a change there and back is one",
      context: changing(OLD, { 24: OLD, 2: NEW, 1: OLD }),
      found: ["implementation-changed", "warning"],
    },
    {
      name: "a change from before the window is no news",
      context: changing(NEW, { 30: OLD, 25: NEW }),
      found: ["unchanged", "ok"],
    },
    {
      name: "what became a proxy changed",
      context: changing(NEW, { 1: 0n }),
      found: ["implementation-changed", "warning"],
    },
    {
      name: "nothing stored tells of no change before now",
      context: changing(OLD),
      found: ["no-history-yet", "notice"],
    },
  ];
  test.each(cases)("$name", ({ context, found }) => {
    expect(said(context)).toEqual([found]);
  });

  test.each(["implementation", "admin", "owner", "timelock"])("a changed %s is named as that", (kind) => {
    const context = withFigures(contextOf(CALM), [figure(`${kind}:queue`, { now: NEW, before: { 1: OLD } })]);
    const found = findingWith(contractChanged, { context, code: `${kind}-changed` });
    expect(findingSentence(found)).toBe(
      `The ${kind} of queue at lido is now 0x70997970C51812dc3A010C7d01b50e0d17dc79C8; it was 0x5FbDB2315678afecb367f032d93F642f64180aa3.`,
    );
    expect(found).toMatchObject({
      subject: { kind: "figure", id: `lido:${kind}:queue` },
      measured: { unit: "address", value: NEW },
      limit: { unit: "address", value: OLD },
    });
  });

  test("the newest other value is what it was", () => {
    const found = findingWith(contractChanged, {
      context: changing(NEW, { 24: 1n, 2: OLD, 1: NEW }),
      code: "implementation-changed",
    });
    expect(found.limit?.value).toBe(OLD);
    expect(found.evidence).toContainEqual({
      kind: "history",
      series: "figure:lido:implementation:stETH",
      fromBlock: 940n,
      toBlock: 940n,
    });
  });

  test("a slot that holds more than an address is shown as a number", () => {
    const context = changing(2n ** 200n, { 1: OLD });
    expect(findingWith(contractChanged, { context, code: "implementation-changed" }).measured).toEqual({
      unit: "count",
      value: 2n ** 200n,
    });
  });

  test("a venue's quiet contracts are one finding each kind, however many there are", () => {
    const context = withFigures(contextOf(CALM), [
      figure("implementation:a", { now: OLD, before: { 1: OLD } }),
      figure("admin:a", { now: OLD, before: { 1: OLD } }),
      figure("owner:a", { now: OLD }),
      figure("tvl", { now: 1n }),
    ]);
    expect(contractChanged.evaluate(context).map((each) => [each.code, each.measured?.value])).toEqual([
      ["unchanged", 2n],
      ["no-history-yet", 1n],
    ]);
  });

  const answered = (response: GuardResponse) => {
    const { guards } = contextOf(CALM).policy;
    const policy = { guards: { ...guards, contractChanged: { response } } };
    const upgraded = ["implementation:a", "implementation:b"].map((name) =>
      figure(name, { now: NEW, before: { 1: OLD } }),
    );
    return contractChanged.evaluate(withFigures(contextOf({ ...CALM, policy }), upgraded));
  };
  test("notify tells of each contract and stops nothing", () => {
    expect(answered("notify").map((each) => [each.level, each.effect.kind])).toEqual([
      ["warning", "none"],
      ["warning", "none"],
    ]);
  });
  test("freeze-entries freezes the venue", () => {
    expect(answered("freeze-entries").map((each) => each.effect)).toEqual([
      { kind: "freeze-entries", positions: ["lido:wstETH"] },
      { kind: "freeze-entries", positions: ["lido:wstETH"] },
    ]);
  });
  test("exit leaves what is held there, once", () => {
    const left = answered("exit").filter((each) => each.effect.kind === "reduce-to");
    expect(left).toMatchObject([
      { code: "exit-asked", level: "critical", subject: { kind: "position", id: "lido:wstETH" } },
    ]);
  });

  test("one that could not be read is unknown and freezes entries", () => {
    const missing = [{ subject: "figure:lido:owner:queue", code: "rpc", retry: true, detail: "" }] as const;
    expect(contractChanged.evaluate(withSnapshot({ missing }))).toMatchObject([
      { code: "figure-unknown", level: "unknown", effect: { positions: ["lido:wstETH"] } },
    ]);
  });
});
