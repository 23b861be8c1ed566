import { expect, it } from "vitest";
import { delegationDomain } from "./delegationDomain.ts";

it.each([
  ["1.12.0", "1"],
  ["1", "1"],
  ["v1.12.0", "v"],
  ["", ""],
])("of a contract of version %j has the version %j", (version, major) => {
  const delegationManager = "0xcf7ed3acca5a467e9e704c703e8d87f634fb0fc9";
  expect(delegationDomain({ chainId: 31337, delegationManager, version })).toEqual({
    name: "EigenLayer",
    version: major,
    chainId: 31337,
    verifyingContract: delegationManager,
  });
});
