import { loadDeployment, routes } from "@ballast/adapters";
import { describe, expect, it } from "vitest";
import { hasRecording } from "./recording.ts";
import type { ReplayOptions } from "./replayFetch.ts";
import { answering, refused, replayReader } from "./replayReader.ts";

const devnet = loadDeployment("devnet");

describe.each(routes.map((route) => [route.id, route] as const))("route %s", (id, route) => {
  const subjects = route.pairs(devnet).map(({ assetIn, assetOut }) => `route:${id}:${assetIn}>${assetOut}`);
  const readWith = (options: Parameters<typeof replayReader>[1] = {}) => {
    const played = replayReader(id, options);
    return { ...played, reading: route.readCurves({ reader: played.reader, deployment: devnet }) };
  };

  it("has a recording: node tests/conformance/record.ts", () => {
    expect(hasRecording(id)).toBe(true);
  });

  it("reads every pair of the deployment from its recording in one request, the same twice", async () => {
    const { reading, replay } = readWith();
    const { curves, missing } = await reading;
    expect(curves.map(({ assetIn, assetOut }) => `route:${id}:${assetIn}>${assetOut}`)).toEqual(subjects);
    expect(missing).toEqual([]);
    expect(replay.requests).toHaveLength(1);
    expect(await readWith().reading).toEqual({ curves, missing });
  });

  it("has curves that ascend, pay ever less per unit, and lie in a sane band", async () => {
    for (const { points } of (await readWith().reading).curves) {
      expect(points.length).toBeGreaterThan(5);
      for (const [index, point] of points.entries()) {
        const before = points[index - 1];
        expect(point.amountOut * 10n > point.amountIn && point.amountOut < point.amountIn * 10n).toBe(true);
        expect(point.gas > 20_000n && point.gas < 1_000_000n).toBe(true);
        if (before === undefined) continue;
        expect(point.amountIn > before.amountIn && point.amountOut > before.amountOut).toBe(true);
        expect(point.amountOut * before.amountIn <= before.amountOut * point.amountIn).toBe(true);
      }
    }
  });

  it.each<[string, ReplayOptions, string, boolean]>([
    ["a refused connection", refused, "rpc", true],
    ["an aggregate that answers nothing", answering("0x"), "empty", false],
    ["reverts", { tamper: () => ({ success: false, returnData: "0x" }) }, "revert", false],
    ["empty answers", { tamper: () => ({ success: true, returnData: "0x" }) }, "empty", false],
    [
      "short answers",
      { tamper: () => ({ success: true, returnData: `0x${"00".repeat(127)}` }) },
      "short-data",
      false,
    ],
  ])("turns %s into a missing curve for every pair", async (_name, options, code, retry) => {
    const { curves, missing } = await readWith(options).reading;
    expect(curves).toEqual([]);
    expect(missing.map(({ subject }) => subject)).toEqual(subjects);
    expect(missing.map((one) => [one.code, one.retry])).toEqual(subjects.map(() => [code, retry]));
  });

  it("names its contracts with chain and citation", () => {
    for (const deployment of [devnet, loadDeployment("mainnet")]) {
      const contracts = route.contracts(deployment);
      expect(contracts.length).toBeGreaterThan(3);
      for (const { chainId, citation } of contracts) {
        expect(chainId).toBe(deployment.chainId);
        expect(citation.length).toBeGreaterThan(5);
      }
    }
  });
});
