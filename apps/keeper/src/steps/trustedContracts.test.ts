import { loadDeployment } from "@ballast/adapters";
import { venueId } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { trustedContracts } from "./trustedContracts.ts";

const deployment = loadDeployment("devnet");

describe("the contracts that the deployment file vouches for", () => {
  const { assets, routers, venues, deadlineChecker } = trustedContracts(deployment);

  test("every contract of every venue is named after both", () => {
    const { weETH } = deployment.venues[venueId("etherfi")] ?? {};
    expect(venues).toContainEqual({ id: "etherfi.weETH", address: weETH?.address });
    const count = Object.values(deployment.venues).flatMap((contracts) => Object.keys(contracts)).length;
    expect(venues).toHaveLength(count);
  });

  test("each list is sorted by id, so that the same file gives the same bundle", () => {
    for (const list of [assets, routers, venues]) {
      const ids = list.map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted());
    }
  });

  test("the deadline checker is the file's own", () => {
    expect(deadlineChecker).toBe(deployment.deadlineChecker);
  });
});
