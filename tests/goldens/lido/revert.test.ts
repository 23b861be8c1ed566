import { describe, expect, it } from "vitest";
import { parseRevert, sameRevert } from "./revert.ts";

const HOLDER = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

describe("the text of a revert", () => {
  it.each([
    { text: "RequestAmountTooSmall(99)", revert: { name: "RequestAmountTooSmall", args: ["99"] } },
    { text: "ResumedExpected()", revert: { name: "ResumedExpected", args: [] } },
    { text: "Error(CONTRACT_IS_STOPPED)", revert: { name: "Error", args: ["CONTRACT_IS_STOPPED"] } },
    {
      text: "Error(wstETH: can't wrap zero stETH, or (less))",
      revert: { name: "Error", args: ["wstETH: can't wrap zero stETH, or (less)"] },
    },
    { text: `NotOwner(${HOLDER},${HOLDER})`, revert: { name: "NotOwner", args: ["address", "address"] } },
    {
      text: 'The contract function "findCheckpointHints" reverted.\n\nError: RequestIdsNotSorted()\n \nCont',
      revert: { name: "RequestIdsNotSorted", args: [] },
    },
    {
      text: 'The contract function "x" reverted.\n\nError: InvalidHint(uint256 _hint)\n   (7)\n \nCont',
      revert: { name: "InvalidHint" },
    },
    {
      text: 'The contract function "x" reverted with the following reason:\nCONTRACT_IS_STOPPED\n\nCont',
      revert: { name: "Error", args: ["CONTRACT_IS_STOPPED"] },
    },
  ])("$text is read", ({ text, revert }) => {
    expect(parseRevert(text)).toEqual(revert);
  });

  it.each([
    { recorded: "InvalidHint(7)", found: "InvalidHint(7)", same: true },
    { recorded: "InvalidHint(7)", found: "InvalidHint(8)", same: false },
    { recorded: "InvalidHint(7)", found: "InvalidRequestId(7)", same: false },
    { recorded: `NotOwner(${HOLDER})`, found: `NotOwner(${HOLDER.replace("7", "8")})`, same: true },
    { recorded: "Error: InvalidHint(uint256)", found: "InvalidHint(8)", same: true },
    { recorded: "Error(A)", found: "Error(B)", same: false },
  ])("$recorded and $found: the same is $same", ({ recorded, found, same }) => {
    expect(sameRevert(parseRevert(recorded), parseRevert(found))).toBe(same);
  });
});
