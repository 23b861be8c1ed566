import { describe, expect, it } from "vitest";
import { BadStartOption, START_HELP, startOptions } from "./startOptions.ts";

describe("startOptions", () => {
  it("prefers the well-known ports and keeps what is there unless told otherwise", () => {
    expect(startOptions([])).toEqual({ fresh: false, help: false, adminPort: 3000, devnetPort: 8545 });
    expect(startOptions(["--fresh", "--port", "4000", "--devnet-port=9000"])).toEqual({
      fresh: true,
      help: false,
      adminPort: 4000,
      devnetPort: 9000,
    });
  });

  it.each([
    [["--port", "0"], /--port must be a port from 1 to 65535, not "0"/],
    [["--port", "65536"], /"65536"/],
    [["--devnet-port", "85.5"], /--devnet-port .* "85\.5"/],
    [["--frsh"], /--frsh/],
    [["now"], /now/],
  ])("refuses %j and points to the help", (args, message) => {
    const read = () => startOptions(args);
    expect(read).toThrow(BadStartOption);
    expect(read).toThrow(message);
    expect(read).toThrow(/npm start -- --help/);
  });

  it("explains every option that it takes", () => {
    for (const option of ["--fresh", "--port", "--devnet-port", "--help"])
      expect(START_HELP).toContain(option);
  });
});
