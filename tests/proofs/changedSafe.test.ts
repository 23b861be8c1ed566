import type { Finding } from "@ballast/core";
import { encodeFunctionData, parseAbi } from "viem";
import { describe, expect, test } from "vitest";
import { sendAs } from "./asAccount.ts";
import { openedWalk } from "./openedWalk.ts";
import { operations, reserve } from "./walk.ts";

const SAFE = parseAbi(["function changeThreshold(uint256 threshold)"]);
/** Guards that compare with what the keeper stored of earlier blocks. */
const COMPARING = ["exit-liquidity-falling", "large-outflow", "oracle-diverging", "safe-changed"];

const ofGuards = (findings: readonly Finding[]) => findings.filter(({ rule }) => COMPARING.includes(rule));
const said = (findings: readonly Finding[]) => [
  ...new Set(findings.map(({ rule, code }) => `${rule}/${code}`)),
];

const opened = openedWalk();

describe("what the keeper stored of one block", () => {
  test("is compared with at the next, by every guard that compares", async () => {
    const first = await opened.walk.decisionOf(await opened.walk.judge(operations));
    expect(said(ofGuards(first.findings))).toContain("safe-changed/no-history-yet");
    const second = await opened.walk.decisionOf(await opened.walk.judge(operations));
    expect(said(ofGuards(second.findings)).sort()).toEqual([
      "exit-liquidity-falling/liquidity-steady",
      "large-outflow/flow-steady",
      "oracle-diverging/oracle-agrees",
      "safe-changed/unchanged",
    ]);
  });

  test("shows that the Safe asks for another number of signatures", async () => {
    const data = encodeFunctionData({ abi: SAFE, functionName: "changeThreshold", args: [3n] });
    await sendAs(operations.address, {
      to: operations.address,
      data,
      rpcUrl: opened.world.devnet.rpcUrls[0],
    });
    const found = await opened.walk.findingsOf(await opened.walk.judge(operations), "safe-changed");
    expect(found.filter(({ level }) => level !== "ok")).toMatchObject([
      {
        code: "threshold-changed",
        level: "warning",
        measured: { unit: "count", value: 3n },
        limit: { unit: "count", value: 2n },
        effect: { kind: "none" },
      },
    ]);
  });

  test("does not make the treasury's other Safe look changed", async () => {
    const found = await opened.walk.findingsOf(await opened.walk.judge(reserve), "safe-changed");
    expect(found.map(({ code }) => code)).toEqual(["unchanged"]);
  });
});
