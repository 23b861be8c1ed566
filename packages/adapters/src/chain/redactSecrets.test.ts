import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactSecrets } from "./redactSecrets.ts";

const URL_WITH_ALL = "https://user:hunter22@eth.provider.io/v2/k3yk3yk3yk3y?apikey=qwertz99";

describe("redactSecrets", () => {
  it.each([
    ["the whole address", URL_WITH_ALL],
    ["host and path", "eth.provider.io/v2/k3yk3yk3yk3y"],
    ["a key in the path", "k3yk3yk3yk3y"],
    ["a key in the query", "qwertz99"],
    ["a password", "hunter22"],
    ["a user", "user"],
  ])("takes %s out", (_name, secret) => {
    const text = redactSecrets(`bad request to ${secret}!`, URL_WITH_ALL);
    expect(text).toBe("bad request to [redacted]!");
  });

  it("manages an address with a bare percent sign, and one whose key is encoded", () => {
    expect(redactSecrets("no 100%zz-key-9 here", "http://localhost/100%zz-key-9")).toBe("no [redacted] here");
    expect(redactSecrets("no a/b+c/d+e here", "http://localhost/a%2Fb%2Bc%2Fd%2Be")).toBe(
      "no [redacted] here",
    );
  });

  it("leaves other text alone", () => {
    expect(redactSecrets("execution reverted", "http://127.0.0.1:8545/")).toBe("execution reverted");
  });

  it("makes one short line of a long text with control characters", () => {
    const text = redactSecrets(`a\n\u001b[31mb${"c".repeat(500)}`, "http://localhost:1/");
    expect(text.length).toBe(200);
    expect(text).not.toMatch(/\p{Cc}/u);
  });

  it("never lets a key of 8 or more letters through, wherever it stands", () => {
    const key = fc.stringMatching(/^[A-Za-z0-9]{8,40}$/);
    fc.assert(
      fc.property(key, fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(!"[redacted]".includes(secret));
        const text = redactSecrets(`${before}${secret}${after}`, `https://host.example/v3/${secret}`);
        expect(text).not.toContain(secret);
      }),
    );
  });
});
