import { describe, expect, test } from "vitest";
import { ConfigError } from "../config/configError.ts";
import type { Outcome } from "./outcome.ts";
import { runCommand } from "./runCommand.ts";
import { UsageError } from "./usageError.ts";

class Busy extends Error {
  readonly retry = true;
}

const run = async (command: () => Promise<Outcome>, json = false) => {
  const printed = { out: "", err: "" };
  const code = await runCommand(command, {
    json,
    streams: { out: (text) => (printed.out += text), err: (text) => (printed.err += text) },
  });
  return { code, ...printed };
};
const fails = (error: Error) => () => Promise.reject(error);

describe("runCommand", () => {
  test("prints text for people and ends with the command's code", async () => {
    const command = async (): Promise<Outcome> => ({ exitCode: 1, text: "2 problems", json: {} });
    expect(await run(command)).toEqual({ code: 1, out: "2 problems\n", err: "" });
  });

  test("prints integers as decimal strings in JSON", async () => {
    const command = async (): Promise<Outcome> => ({ exitCode: 0, text: "", json: { wei: 10n ** 30n } });
    expect(JSON.parse((await run(command, true)).out)).toEqual({ wei: "1000000000000000000000000000000" });
  });

  const failures: readonly { name: string; error: Error; code: number }[] = [
    {
      name: "a wrong setting",
      error: new ConfigError([{ setting: "RPC_URLS", message: "is not set" }]),
      code: 2,
    },
    { name: "a command that does not exist", error: new UsageError("no such tick"), code: 2 },
    { name: "a source that is down", error: new Busy("try later"), code: 75 },
    { name: "anything else", error: new Error("broken"), code: 1 },
  ];
  test.each(failures)("$name ends with $code and says why on standard error", async ({ error, code }) => {
    const printed = await run(fails(error));
    expect(printed).toEqual({ code, out: "", err: `${error.message}\n` });
  });

  test("with --json a failure is a document too", async () => {
    expect(JSON.parse((await run(fails(new UsageError("no such tick")), true)).out)).toEqual({
      error: "UsageError",
      message: "no such tick",
    });
  });
});
