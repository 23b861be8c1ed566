import { expect, test } from "vitest";
import { OptionError } from "../errors.ts";
import { parseCommand } from "./parseCommand.ts";

test("up with everything said", () => {
  const argv = "up --port 8545 --state /tmp/x --fresh --block-seconds 2 --history-days 7 --with-parent".split(
    " ",
  );
  expect(parseCommand(argv)).toEqual({
    name: "up",
    port: 8545,
    stateDir: "/tmp/x",
    fresh: true,
    blockSeconds: 2,
    historyDays: 7,
    withParent: true,
  });
});

test("what is not said has its default", () => {
  expect(parseCommand(["up", "--port", "0", "--state", "/tmp/x"])).toMatchObject({
    fresh: false,
    blockSeconds: 4,
    historyDays: 30,
    withParent: false,
  });
});

test("help asks for nothing else", () => {
  expect(parseCommand(["--help"])).toEqual({ name: "help" });
});

test.each([
  { argv: "", option: "command" },
  { argv: "up extra --port 0 --state x", option: "command" },
  { argv: "up --port 0", option: "--state" },
  { argv: "up --port 0 --state=", option: "--state" },
  { argv: "up --state x", option: "--port" },
  { argv: "up --port 65535 --state x", option: "--port" },
  { argv: "up --port -1 --state x", option: "command line" },
  { argv: "up --port 0 --state x --block-seconds 0", option: "--block-seconds" },
  { argv: "up --port 0 --state x --block-seconds 4.5", option: "--block-seconds" },
  { argv: "up --port 0 --state x --history-days 91", option: "--history-days" },
  { argv: "up --port 0 --state x --fersh", option: "command line" },
  { argv: "up --port 0 --state x --fresh=yes", option: "command line" },
])("'$argv' is refused for its $option", ({ argv, option }) => {
  const parse = () => parseCommand(argv.split(" ").filter(Boolean));
  expect(parse).toThrow(OptionError);
  expect(parse).toThrow(expect.objectContaining({ option }));
});
