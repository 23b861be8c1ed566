import type { TicketFigures, TicketLife } from "@ballast/core";
import { expect, test } from "vitest";
import { lossText } from "./lossText.ts";

const ETHER = 10n ** 18n;
const operator = `0x${"ab".repeat(20)}`;

const text = (life: object, loss: bigint | null = 4n * ETHER) =>
  lossText(
    { venue: "lido", state: "waiting", position: "lido:wstETH", ...life } as unknown as TicketLife,
    { asset: "stETH", loss } as unknown as TicketFigures,
  )?.replaceAll("\u00a0", " ") ?? null;

test.each([
  ["nothing was lost", 0n],
  ["the protocol rounded a wei or two away", 2n],
  ["it is not known", null],
])("no loss is told when %s", (_, loss) => {
  expect(text({}, loss)).toBeNull();
});

test.each([
  ["a third wei is a loss, rounded up", 3n, "0.0001 stETH"],
  ["the amount is rounded up", 4n * ETHER + 1n, "4.0001 stETH"],
])("%s", (_, loss, shown) => {
  expect(text({}, loss)).toContain(`${shown} less than asked for`);
});

test.each([
  [
    "a slash, with the operator",
    { venue: "eigenlayer", position: `eigenlayer:stETH@${operator}` },
    "4.0000 stETH less than asked for: the operator that it left, 0xABaBaBaBABabABabAbAbABAbABabababaBaBABaB, was slashed while it waited. It may still fall while it waits.",
  ],
  [
    "a slash of an operator that is not known",
    { venue: "eigenlayer", position: null },
    "4.0000 stETH less than asked for: the operator that it left was slashed while it waited. It may still fall while it waits.",
  ],
  [
    "a rebase",
    { venue: "etherfi", state: "claimable" },
    "4.0000 stETH less than asked for: eETH lost backing after the request (a negative rebase), and a withdrawal bears its share. That is final.",
  ],
  ["a venue without words", { venue: "new", state: "reconciled" }, "4.0000 stETH less than asked for."],
  [
    "a ticket that was taken back",
    { state: "lost" },
    "4.0000 stETH less than asked for: nothing is paid any more.",
  ],
])("the cause is told: %s", (_, life, told) => {
  expect(text(life)).toBe(told);
});

test.each([
  ["waiting", "It may still fall"],
  ["claimable", "That is final"],
  ["claim-proposed", "That is final"],
])("what follows for one that is %s", (state, told) => {
  expect(text({ state })).toContain(told);
});
