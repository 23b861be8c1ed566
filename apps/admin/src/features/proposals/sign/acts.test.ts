import { describe, expect, test } from "vitest";
import { type ActFacts, executeAct, signAct } from "./acts.ts";

const READY: ActFacts = {
  state: "posted",
  nonce: "7",
  chainNonce: "7",
  signed: [],
  threshold: 2,
  session: "0xa",
  isOwner: true,
  wallet: { address: "0xa", chainId: 31337 },
  chain: { chainId: 31337, name: "Devnet" },
  verdict: "agree",
  confirmed: false,
  unreadable: null,
  left: 3600,
};

const COMPLETE = { state: "ready", signed: ["0xa", "0xb"] } as const;

const said = (act: ReturnType<typeof signAct>) => (act.can ? "may" : act.because);

describe("signing", () => {
  test.each([
    ["an owner whose wallet agrees may", {}, /^may$/],
    ["without a session: sign in", { session: null }, /^Sign in/],
    ["somebody who is no owner only reads", { isOwner: false }, /not an owner/],
    ["without a wallet: connect", { wallet: null }, /No wallet/],
    [
      "with another wallet than the session's: sign in with it",
      { wallet: { address: "0xb", chainId: 31337 } },
      /another address/,
    ],
    [
      "on a wrong chain the chains are named",
      { wallet: { address: "0xa", chainId: 1 } },
      /on chain 1.*on Devnet/,
    ],
    ["who has signed has signed", { signed: ["0xa"] }, /You have signed/],
    ["an executed one is over", { state: "executed" }, /is executed/],
    ["an expired one is over", { state: "expired" }, /expired/],
    ["past its deadline it is over, whatever its state says", { left: 0 }, /expired/],
    ["a rejected one is over", { state: "rejected" }, /rejected/],
    ["while the hashes are compared it waits", { verdict: "checking" }, /still being compared/],
    ["when a source differs it is closed", { verdict: "differs" }, /differ/],
    [
      "differing hashes stay closed although a hash was typed",
      { verdict: "differs", confirmed: true },
      /differ/,
    ],
    ["with a source unavailable it is closed", { verdict: "unconfirmed" }, /offline verifier/],
    [
      "with the hash from the offline verifier it opens",
      { verdict: "unconfirmed", confirmed: true },
      /^may$/,
    ],
    ["with a call that can't be read it is closed", { unreadable: "Call 2 can't be read." }, /Call 2/],
    ["without a deadline there is none to pass", { left: null }, /^may$/],
  ] as const)("%s", (_name, change, words) => {
    expect(said(signAct({ ...READY, ...change }))).toMatch(words);
  });
});

describe("executing", () => {
  test.each([
    ["with all signatures at the Safe's nonce an owner may", COMPLETE, /^may$/],
    ["one more signature is said in the singular", { signed: ["0xb"] }, /^It needs 1 more signature\.$/],
    [
      "both reasons are said at once",
      { chainNonce: "6" },
      /^It needs 2 more signatures, and nonce 6 must go first\.$/,
    ],
    ["behind other work it waits", { ...COMPLETE, chainNonce: "6" }, /^Nonce 6 must go first/],
    ["while the Safe is unread nobody may", { ...COMPLETE, chainNonce: null }, /could not be read/],
    ["when a source differs it is closed", { ...COMPLETE, verdict: "differs" }, /differ/],
    ["on a wrong chain it is off", { ...COMPLETE, wallet: { address: "0xa", chainId: 1 } }, /on chain 1/],
    ["past its deadline it would revert", { ...COMPLETE, left: -1 }, /expired/],
  ] as const)("%s", (_name, change, words) => {
    expect(said(executeAct({ ...READY, ...change }))).toMatch(words);
  });
});
