import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "./contentSecurityPolicy.ts";

const directive = (policy: string, name: string) =>
  policy
    .split("; ")
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe("the content security policy", () => {
  test("scripts run by nonce only", () => {
    const policy = contentSecurityPolicy("abc", null);
    expect(directive(policy, "script-src")).toBe("'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toContain("unsafe");
  });

  test("only a devnet build may talk to the local chain", () => {
    expect(directive(contentSecurityPolicy("abc", null), "connect-src")).toBe("'self'");
    expect(directive(contentSecurityPolicy("abc", new URL("http://127.0.0.1:8545/x")), "connect-src")).toBe(
      "'self' http://127.0.0.1:8545",
    );
  });

  test("no other host is named", () => {
    expect(contentSecurityPolicy("abc", null)).not.toMatch(/https?:|\*/);
  });
});
