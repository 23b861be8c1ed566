import { describe, expect, it } from "vitest";
import { deadSource, FakeRpcError, fakeSource } from "../testing/fakeNode.ts";
import { asEip1193 } from "./eip1193.ts";
import { SourceDown, SourceErrorObject } from "./faults.ts";

const CALL = { method: "eth_chainId", params: [] };

describe("asEip1193", () => {
  it("gives the result of one call", async () => {
    expect(await asEip1193(fakeSource(() => "0x1")).request(CALL)).toBe("0x1");
  });

  it("rejects with the source's own fault", async () => {
    await expect(asEip1193(deadSource()).request(CALL)).rejects.toThrow(SourceDown);
    const refusing = fakeSource(() => {
      throw new FakeRpcError(-32601, "no such method");
    });
    await expect(asEip1193(refusing).request(CALL)).rejects.toThrow(SourceErrorObject);
  });
});
