import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { freePort, NoFreePort } from "./freePort.ts";

describe("freePort", () => {
  it("passes over a port that is busy and those that are taken already", async () => {
    const busy = createServer().listen(0, "127.0.0.1");
    await once(busy, "listening");
    const { port } = busy.address() as AddressInfo;
    const next = await freePort(port);
    expect(next).toBeGreaterThan(port);
    expect(await freePort(port, [next])).toBeGreaterThan(next);
    busy.close();
  });

  it("finds any free port for 0", async () => {
    expect(await freePort(0)).toBeGreaterThan(0);
  });

  it("names the range when nothing in it is free", async () => {
    const taken = [65_534, 65_535];
    await expect(freePort(65_534, taken)).rejects.toThrow(NoFreePort);
    await expect(freePort(65_534, taken)).rejects.toMatchObject({ first: 65_534, last: 65_535 });
  });
});
