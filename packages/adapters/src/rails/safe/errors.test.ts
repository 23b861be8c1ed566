import { describe, expect, it } from "vitest";
import * as errors from "./errors.ts";

const HASH = `0x${"c0".repeat(32)}` as const;
const A = "0x00000000000000000000000000000000000000a1";
const B = "0x00000000000000000000000000000000000000b2";
const BOUND = { field: "nonce", value: "-1", limit: "0 or more" };

/** Each with what its reader must find in its text: the value, and what to do. */
const CASES: readonly [Error, readonly string[]][] = [
  [
    new errors.HashMismatchError([
      { by: "viem", hash: HASH },
      { by: "chain", hash: HASH },
    ]),
    ["viem", "chain", HASH, "Sign and post nothing"],
  ],
  [
    new errors.HashUncheckedError([{ by: "viem", hash: HASH }]),
    ["1 computation", "at least 2", "Sign and post nothing"],
  ],
  [
    new errors.SafeVersionMismatchError({ account: A, expected: "1.4.1", actual: "1.3.0" }),
    [A, "1.4.1", "1.3.0", "deployment file"],
  ],
  [new errors.BatchRefusedError(BOUND), ["nonce", "-1", "0 or more", "Nothing was built"]],
  [new errors.SignatureInvalidError({ ...BOUND, field: "v" }), ["v", "-1", "0 or more", "sign again"]],
  [new errors.NonceConsumedError(6n, 7n), ["6", "7", "free nonce"]],
  [new errors.StateOverrideUnsupportedError("rpc-1", "dropped"), ["rpc-1", "dropped", "use a node"]],
  [new errors.SimulationIncompleteError("rpc-1", "a reply"), ["rpc-1", "a reply", "nothing is proposed"]],
  [new errors.BlockGoneError(HASH), [HASH, "new sweep"]],
  [new errors.ProposerKeyError("/key", "no key"), ["/key", "no key"]],
  [new errors.ProposerIsOwnerError(A, B), [A, B, "owns nothing"]],
  [new errors.TrackingIncompleteError("rpc-1", "silence"), ["rpc-1", "silence", "tried again"]],
];

describe("errors of the Safe rail", () => {
  it.each(CASES)("%s tells its facts and what to do", (error, parts) => {
    for (const part of parts) expect(error.message).toContain(part);
  });

  it("carry their class's name, and all of them are tried here", () => {
    const classes = Object.entries(errors).map(([name]) => name);
    expect(CASES.map(([{ name }]) => name).sort()).toEqual(classes.sort());
  });
});
