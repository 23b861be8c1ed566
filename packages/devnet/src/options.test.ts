import { expect, test } from "vitest";
import { OptionError } from "./errors.ts";
import { type DevnetOptions, resolveOptions } from "./options.ts";

test("nothing said gives the devnet of npm start in a temporary directory", () => {
  expect(resolveOptions({})).toMatchObject({
    port: 0,
    stateDir: undefined,
    fresh: false,
    blockSeconds: 4,
    mining: "interval",
    historyDays: 30,
    historyEndSecondsAgo: 0,
    poolDepthEth: 1_300n,
  });
});

test.each<DevnetOptions>([
  { port: -1 },
  { port: 65_535 },
  { blockSeconds: 0 },
  { blockSeconds: 1.5 },
  { historyDays: 91 },
  { historyDays: Number.NaN },
  { historyEndSecondsAgo: 86_401 },
  { poolDepthEth: 9 },
  { poolDepthEth: 20_001 },
])("%o is refused", (options) => {
  expect(() => resolveOptions(options)).toThrow(OptionError);
});
