import { describe, expect, test } from "vitest";
import { yourTurn } from "./yourTurn.ts";

const facts = {
  state: "posted",
  signed: [],
  threshold: 2,
  nonce: 7n,
  chainNonce: 7n,
  owner: "0xa",
} as const;

describe("whose turn it is", () => {
  test.each([
    ["an owner who has not signed signs", {}, "sign"],
    ["an owner who has signed waits", { signed: ["0xa"], state: "partly-signed" }, "none"],
    [
      "with all signatures at the Safe's nonce any owner executes",
      { signed: ["0xa", "0xb"], state: "ready" },
      "execute",
    ],
    [
      "with all signatures behind other work nobody executes",
      { signed: ["0xa", "0xb"], chainNonce: 6n },
      "none",
    ],
    ["somebody who is no owner has no turn", { owner: null }, "none"],
    ["an expired proposal waits for nobody", { state: "expired" }, "none"],
    ["an executed proposal waits for nobody", { state: "executed" }, "none"],
    ["while the Safe is unread nobody has a turn", { threshold: 0, chainNonce: null }, "none"],
    ["a proposal behind other work may be signed already", { chainNonce: 6n }, "sign"],
  ] as const)("%s", (_name, change, turn) => {
    expect(yourTurn({ ...facts, ...change })).toBe(turn);
  });
});
