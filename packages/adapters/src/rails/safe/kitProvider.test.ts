import { describe, expect, it } from "vitest";
import { SourceErrorObject } from "../../chain/faults.ts";
import { BatchRefusedError } from "./errors.ts";
import { kitProvider } from "./kitProvider.ts";
import { refuses, replies, stubSource } from "./testing/stubSource.ts";

describe("kitProvider", () => {
  it("passes reads on and gives their result", async () => {
    const { source, asked } = stubSource(() => replies("0x01"));
    const call = { method: "eth_getCode", params: ["0xa1", "latest"] };
    expect(await kitProvider(source).request(call)).toBe("0x01");
    expect(asked).toEqual([call]);
  });

  it("answers for the node's accounts itself: there are none", async () => {
    const { source, asked } = stubSource(() => refuses(-32601));
    expect(await kitProvider(source).request({ method: "eth_accounts" })).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each([
    "eth_sendTransaction",
    "eth_sendRawTransaction",
    "eth_sign",
    "personal_sign",
    "eth_signTypedData_v4",
  ])("lets no %s through", async (method) => {
    const { source, asked } = stubSource(() => replies("0x01"));
    await expect(kitProvider(source).request({ method, params: [] })).rejects.toThrow(BatchRefusedError);
    expect(asked).toEqual([]);
  });

  it("throws the source's fault", async () => {
    const { source } = stubSource(() => refuses(-32000));
    await expect(kitProvider(source).request({ method: "eth_chainId" })).rejects.toThrow(SourceErrorObject);
  });
});
