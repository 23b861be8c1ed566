import { describe, expect, it } from "vitest";
import { loadDeployment } from "./loadDeployment.ts";
import { namedAddresses } from "./namedAddresses.ts";

const devnet = loadDeployment("devnet");
const all = namedAddresses(devnet);

describe("namedAddresses", () => {
  it("lists every address of the deployment under its path in the file", () => {
    const text = JSON.stringify(devnet, (_, value) => (typeof value === "bigint" ? `${value}` : value));
    const found = new Set(text.match(/0x[0-9a-f]{40}(?![0-9a-f])/g));
    expect(new Set(all.map(({ address }) => address))).toEqual(found);
    expect(new Set(all.map(({ field }) => field)).size).toBe(all.length);
  });

  it("gives one name to a token wherever it stands", () => {
    const weth = all.filter(({ name }) => name === "WETH");
    expect(weth.map(({ field }) => field)).toEqual(["assets[0].address", "venues.idle.WETH.address"]);
    expect(new Set(weth.map(({ address }) => address)).size).toBe(1);
  });

  it("gives the deadline checker the router's name only where it is the router", () => {
    const nameOf = (list: typeof all) => list.find(({ field }) => field === "deadlineChecker")?.name;
    expect(nameOf(all)).toBe("router");
    expect(nameOf(namedAddresses({ ...devnet, deadlineChecker: devnet.multicall }))).toBe("deadlineChecker");
  });
});
