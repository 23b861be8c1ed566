import { describe, expect, it } from "vitest";
import { BadReadyLine, devnetReady } from "./devnetReady.ts";

const said = { ready: true, rpc: ["http://127.0.0.1:1"], proposerKeyFile: "/k", genesisHash: "0x01" };

describe("devnetReady", () => {
  it("takes the ready line and leaves out what it does not know", () => {
    const { ready: _, ...wanted } = said;
    expect(devnetReady(JSON.stringify({ ...said, block1Hash: "0x02" }))).toEqual(wanted);
  });

  it.each(["devnet: deploying", "", "{ not json", '{"ready":false}', '{"other":1}'])(
    "passes over %j",
    (line) => {
      expect(devnetReady(line)).toBeUndefined();
    },
  );

  it.each(["rpc", "proposerKeyFile", "genesisHash"])("names %s when it is missing", (field) => {
    const read = () => devnetReady(JSON.stringify({ ...said, [field]: undefined }));
    expect(read).toThrow(BadReadyLine);
    expect(read).toThrow(field);
  });
});
