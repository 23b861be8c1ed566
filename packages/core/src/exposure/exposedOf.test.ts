import { expect, test } from "vitest";
import { OPERATOR_A, restakedAt, restakingWith, ticketOf, withTickets } from "../testing/restaking.ts";
import { CALM, contextOf, eth } from "../testing/world.ts";
import { exposedOf } from "./exposedOf.ts";

test("idle money depends on nothing; what is held does", () => {
  expect(exposedOf(contextOf(CALM).snapshot)).toEqual([
    { position: "etherfi:weETH", value: eth("400") },
    { position: "lido:wstETH", value: eth("500") },
  ]);
});

test("what waits stays with what it left until it is claimed; nothing is nothing", () => {
  const context = restakingWith([{ operator: OPERATOR_A, value: "0" }], { world: { stakes: [], idle: "9" } });
  expect(exposedOf(withTickets(context, [ticketOf({ value: eth("40") })]).snapshot)).toEqual([
    { position: restakedAt(OPERATOR_A), value: eth("40") },
  ]);
});
