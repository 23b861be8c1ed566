import { describe, expect, test } from "vitest";
import { rolesOf } from "./roles.ts";

const OWNER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
const OTHER = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
const NONE = { operators: [], policyAuthors: [], viewers: [] };

describe("roles", () => {
  test.each([
    ["an owner by the chain is an owner", { address: OWNER, lists: NONE, owners: [OWNER] }, ["owner"]],
    ["who the chain no longer names is no owner", { address: OWNER, lists: NONE, owners: [OTHER] }, []],
    ["an unknown address has no role", { address: OTHER, lists: NONE, owners: [OWNER] }, []],
    [
      "an owner may also be policy author",
      { address: OWNER, lists: { ...NONE, policyAuthors: [OWNER] }, owners: [OWNER] },
      ["owner", "policy-author"],
    ],
    [
      "the allow-list makes nobody an owner",
      {
        address: OTHER,
        lists: { operators: [OTHER], policyAuthors: [OTHER], viewers: [OTHER] },
        owners: [OWNER],
      },
      ["operator", "policy-author", "viewer"],
    ],
  ] as const)("%s", (_name, question, roles) => {
    expect(rolesOf(question)).toEqual(roles);
  });
});
