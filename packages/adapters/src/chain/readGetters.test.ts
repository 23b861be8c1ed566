import { describe, expect, it } from "vitest";
import { addressOf, devnetView, WSTETH_RATE } from "../testing/devnetView.ts";
import { readerOf } from "../testing/fakeReader.ts";
import { words } from "../testing/word.ts";
import { readGetters } from "./readGetters.ts";
import { readWord } from "./readWord.ts";

describe("readGetters", () => {
  it("gives each answer by its name, and each fault its subject", async () => {
    const contract = addressOf("wstETH");
    const read = await readGetters(readerOf(devnetView()), {
      contract,
      names: ["stEthPerToken", "noSuchThing"],
      subject: "venue:lido",
    });
    expect(read.stEthPerToken).toEqual({ ok: true, data: words(WSTETH_RATE) });
    expect(read.noSuchThing).toMatchObject({ ok: false, missing: { subject: "venue:lido", code: "revert" } });
  });
});

describe("readWord", () => {
  it("reads the first word, and names what is lost", () => {
    expect(readWord({ ok: true, data: words(7n, 8n) }, "figure:lido:tvl")).toEqual({ ok: true, value: 7n });
    expect(readWord({ ok: true, data: "0x" }, "figure:lido:tvl")).toMatchObject({
      ok: false,
      missing: { subject: "figure:lido:tvl", code: "empty" },
    });
  });
});
