import { describe, expect, test } from "vitest";
import { type Attack, testAttacks } from "../../../test/attacks.ts";
import { failedChecks } from "../../../test/failedChecks.ts";
import { bundleText, draft, ROUTER, SAFE, TOKENS, VENUES } from "../../../test/validBundle.ts";
import { STETH, withdrawalText } from "../../../test/withdrawalBundle.ts";
import { checkBundle } from "../checkBundle.ts";
import { KNOWN_CONTRACTS, type TrustedContracts } from "../knownContracts.ts";

const OTHER = `0x${"77".repeat(20)}` as const;
const text = await bundleText();
const judged = (contracts: TrustedContracts) =>
  checkBundle(text, { contracts }).checks.find(({ id }) => id === "contracts");

describe("against the verifier's own list", () => {
  test("the same addresses pass, and a longer list does not matter", () => {
    const { contracts } = draft();
    contracts.assets.push({ id: "rETH", address: OTHER, decimals: 18n });
    expect(judged(contracts)).toMatchObject({
      ok: true,
      detail: "Every address is the one of the verifier's own list.",
    });
  });

  test.each<[string, (contracts: ReturnType<typeof draft>["contracts"]) => void, string]>([
    [
      "another router",
      ({ routers }) => void Reflect.set(routers[0] ?? {}, "address", OTHER),
      `address of router uniswap-v3 is ${ROUTER}, not ${OTHER}`,
    ],
    ["a router that is not listed", ({ routers }) => void routers.pop(), "nobody vouches for uniswap-v3"],
    [
      "another token",
      ({ assets }) => void Reflect.set(assets[0] ?? {}, "address", OTHER),
      "address of WETH is",
    ],
    ["a token that is not listed", ({ assets }) => void assets.pop(), "nobody vouches for wstETH"],
    [
      "a token of other decimals",
      ({ assets }) => void Reflect.set(assets[1] ?? {}, "decimals", 6n),
      "decimals of weETH is 18, not 6",
    ],
    [
      "another deadline checker",
      (contracts) => {
        contracts.deadlineChecker = OTHER;
      },
      `bundle.contracts.deadlineChecker is ${ROUTER}, not ${OTHER}`,
    ],
    [
      "another contract of a venue",
      ({ venues }) => void Reflect.set(venues[3] ?? {}, "address", OTHER),
      `address of etherfi.withdrawAdapter is ${VENUES["etherfi.withdrawAdapter"]}, not ${OTHER}`,
    ],
  ])("%s is refused", (_, change, words) => {
    const { contracts } = draft();
    change(contracts);
    expect(judged(contracts)).toMatchObject({ ok: false, detail: expect.stringContaining(words) });
  });
});

describe("a venue's contract that nobody vouches for", () => {
  const { contracts } = draft();
  const trusted = {
    ...contracts,
    assets: [...contracts.assets, { id: "stETH", address: STETH, decimals: 18n }],
  };
  const without = (id: string) => ({ ...trusted, venues: trusted.venues.filter((each) => each.id !== id) });

  test("does not matter to a plan that does not use it", () => {
    const venues: TrustedContracts["venues"] = [];
    expect(judged({ ...trusted, venues })).toMatchObject({ ok: true });
  });

  test.each([
    "eigenlayer.delegationManager",
    "eigenlayer.stETHStrategy",
    "etherfi.withdrawAdapter",
    "etherfi.withdrawRequestNFT",
    "lido.withdrawalQueue",
  ])("refuses a plan that uses it: %s", async (id) => {
    const withdrawals = await withdrawalText();
    expect(failedChecks(withdrawals, { contracts: trusted })).toEqual([]);
    expect(failedChecks(withdrawals, { contracts: without(id) })).toEqual(["contracts"]);
  });

  test("is an assumption that is told, if there is no list at all", async () => {
    const { assumptions } = checkBundle(await withdrawalText());
    expect(assumptions).toContain(`${VENUES["lido.withdrawalQueue"]} is lido.withdrawalQueue`);
    expect(assumptions).not.toContain(`${VENUES["lido.wstETH"]} is lido.wstETH`);
  });
});

test("the built-in list is in the form in which it is compared: lower case, no address twice", () => {
  for (const { assets, routers, venues, deadlineChecker } of KNOWN_CONTRACTS.values()) {
    const addresses = [...assets, ...routers, ...venues].map(({ address }) => address);
    for (const address of [...addresses, deadlineChecker]) expect(address).toMatch(/^0x[0-9a-f]{40}$/);
    expect(new Set(addresses).size).toBe(addresses.length);
  }
});

const ATTACKS: readonly Attack[] = [
  [
    "a router is a token",
    ["contracts"],
    ({ contracts }) => void contracts.routers.push({ id: "zz", address: TOKENS.WETH }),
  ],
  [
    "two tokens have one address",
    ["contracts", "worst-loss"],
    ({ contracts }) => void contracts.assets.push({ id: "zz", address: TOKENS.WETH, decimals: 18n }),
  ],
  [
    "a venue's contract is a token",
    ["contracts"],
    ({ contracts }) => void contracts.venues.push({ id: "lido.zz", address: TOKENS.weETH }),
  ],
  [
    "two venues have one contract",
    ["contracts"],
    ({ contracts }) => void contracts.venues.push({ id: "zz.zz", address: VENUES["lido.withdrawalQueue"] }),
  ],
  [
    "a venue has a contract twice",
    ["contracts"],
    ({ contracts }) => void contracts.venues.push({ id: "lido.wstETH", address: OTHER }),
  ],
  [
    "the account is a venue's contract",
    ["contracts"],
    ({ contracts }) => void contracts.venues.push({ id: "zz.zz", address: SAFE }),
  ],
  [
    "the account is a router",
    ["contracts"],
    ({ contracts }) => void contracts.routers.push({ id: "zz", address: SAFE }),
  ],
];

describe("whatever the list says", () => testAttacks(ATTACKS));
