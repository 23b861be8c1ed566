import { toEventSelector, toFunctionSelector } from "viem";
import { describe, expect, it } from "vitest";
import { adapters } from "../registry.ts";
import { QUOTER_V2, SWAP_ROUTER_02 } from "../routes/uniswap-v3/abi.ts";
import { ETHERFI } from "./etherfi/abi.ts";
import { LIDO } from "./lido/abi.ts";

/** Selectors as the deployed contracts have them, from ABIs that were compiled from the protocols' repositories. */
const SELECTORS = {
  stEthPerToken: "0x035faf82",
  isStopped: "0x3f683b6a",
  getRate: "0x679aefce",
  totalShares: "0x3a98ef39",
  getTotalPooledEther: "0x37cfdaca",
  paused: "0x5c975abb",
  pausedUntil: "0xda748b10",
  quoteExactInputSingle: "0xc6a5026a",
  exactInputSingle: "0x04e45aaf",
} as const;

const TOPICS = {
  TokenRebased: "0xff08c3ef606d198e316ef5b822193c489965899eb4e3c248cea1a4626c3eda50",
  Rebase: "0x11c6bf55864ff83827df712625d7a80e5583eef0264921025e7cd22003a21511",
} as const;

const functions = [...LIDO, ...ETHERFI, ...QUOTER_V2, ...SWAP_ROUTER_02];
const nameOf = (signature: string) => signature.slice(0, signature.indexOf("("));

describe("signatures", () => {
  it.each(functions.map((item) => [item.name, item] as const))(
    "%s has the contract's selector",
    (name, item) => {
      expect(toFunctionSelector(item)).toBe(SELECTORS[name]);
    },
  );

  it.each(
    adapters.flatMap(({ pauses }) => pauses.map(({ contract, signature }) => [contract, signature] as const)),
  )("%s is asked %s with the contract's selector", (_contract, signature) => {
    const name = nameOf(signature) as keyof typeof SELECTORS;
    expect(toFunctionSelector(`function ${signature}`)).toBe(SELECTORS[name]);
  });

  it.each(Object.entries(TOPICS))("%s has the contract's topic", (name, topic) => {
    const events = adapters.flatMap((adapter) => adapter.events);
    const event = events.find(({ signature }) => nameOf(signature) === name);
    expect(toEventSelector(`event ${event?.signature}`)).toBe(topic);
  });

  it.each(adapters.flatMap(({ events }) => events.map((event) => [event.signature, event] as const)))(
    "%s is an event that can be watched, and says why",
    (signature, { why }) => {
      expect(toEventSelector(`event ${signature}`)).toMatch(/^0x[0-9a-f]{64}$/);
      expect(why.length).toBeGreaterThan(10);
    },
  );
});
