import { expect, test } from "vitest";
import { CALM, contextOf, eth } from "../testing/world.ts";
import { accountFigures } from "./accountFigures.ts";
import { chainFigures } from "./chainFigures.ts";

const { snapshot, policy } = contextOf(CALM);
const names = (figures: ReturnType<typeof accountFigures>) => figures.map(({ series }) => series);

test("of a block are kept the chain's own figures, and the account's by its policy", () => {
  expect(names(chainFigures(snapshot))).toEqual(["rate:weETH", "rate:wstETH", "feed:stETH/ETH"]);
  expect(chainFigures(snapshot)[0]).toEqual({ series: "rate:weETH", value: eth("1.05") });
  const own = names(accountFigures(snapshot, policy));
  expect(own.slice(0, 4)).toEqual(["market:weETH", "depth:weETH", "market:wstETH", "depth:wstETH"]);
  expect(own.slice(4).sort()).toEqual(
    ["fallback-handler", "guard", "modules", "owners", "singleton", "threshold"].map(
      (field) => `safe:${field}`,
    ),
  );
});

test("what was not quoted, and a Safe that was not read, leave no figure", () => {
  expect(accountFigures({ ...snapshot, curves: [], safe: null }, policy)).toEqual([]);
});
