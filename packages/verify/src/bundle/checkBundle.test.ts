import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { failedChecks } from "../../test/failedChecks.ts";
import {
  bind,
  bundleText,
  DEADLINE,
  draft,
  ROUTER,
  SAFE,
  STRANGER,
  sign,
  TOKENS,
  WORST_LOSS,
} from "../../test/validBundle.ts";
import { decodeCanonical } from "../encoding/decodeCanonical.ts";
import { encodeCanonical } from "../encoding/encodeCanonical.ts";
import { checkBundle } from "./checkBundle.ts";

let valid: string;
beforeAll(async () => {
  valid = await bundleText();
});

describe("a bundle in which everything is right", () => {
  test("passes every check, in the order of the page", () => {
    const { verdict, checks } = checkBundle(valid);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(verdict).toBe("ok");
    expect(checks.map(({ id }) => id)).toEqual([
      "canonical",
      "fields",
      "bundle-hash",
      "signature",
      "proposer",
      "decision-id",
      "inputs",
      "one-story",
      "hashes",
      "envelope",
      "contracts",
      "calls",
      "deadline",
      "explained",
      "held",
      "simulation",
      "worst-loss",
    ]);
  });

  test("comes with what the verifier found out for itself", async () => {
    const { bundle, bundleHash } = await sign(bind(draft()));
    const { facts, summary } = checkBundle(valid);
    expect(facts).toMatchObject({
      bundleHash,
      hashes: bundle.hashes,
      worstLoss: WORST_LOSS,
      deadline: DEADLINE,
    });
    expect(facts?.calls.map(({ meaning }) => meaning.kind)).toEqual([
      "deadline-check",
      "approve",
      "exact-input-single",
      "approve",
      "exact-input-single",
    ]);
    expect(summary).toContain(bundle.hashes.safeTxHash);
    expect(summary).toContain("worst loss 1.35 ETH");
  });

  test("says which addresses only the bundle itself vouches for", () => {
    const { assumptions, summary } = checkBundle(valid);
    expect(assumptions).toEqual([
      `${TOKENS.WETH} is WETH`,
      `${TOKENS.weETH} is weETH`,
      `${TOKENS.wstETH} is wstETH`,
      `${ROUTER} is uniswap-v3`,
      `${ROUTER} reverts after a deadline`,
    ]);
    expect(summary).toContain("relies on 5 addresses");
  });

  test("relies on nothing when the verifier has its own list", () => {
    const { contracts } = draft();
    const { verdict, assumptions, summary } = checkBundle(valid, { contracts });
    expect({ verdict, assumptions }).toEqual({ verdict: "ok", assumptions: [] });
    expect(summary).not.toContain("relies");
  });
});

describe("a text that is no bundle", () => {
  test.each([
    ["nothing", ""],
    ["prose", "the keeper says it is fine"],
    ["ordinary JSON", '{"bundle": {}}'],
    ["a line end too many", "null\n"],
  ])("%s fails as not canonical, and nothing else counts as checked", (_, text) => {
    const { verdict, checks, facts } = checkBundle(text);
    expect(verdict).toBe("refused");
    expect(facts).toBeNull();
    expect(checks.every(({ ok }) => !ok)).toBe(true);
    expect(checks[0]?.detail).toMatch(/^Not canonical at character/);
    expect(checks.at(-1)?.detail).toBe("Not checked: the bundle could not be read.");
  });

  test("canonical bytes of something else fail by their fields", () => {
    expect(checkBundle("null").checks[1]?.detail).toBe("the file: null must be a record");
    expect(checkBundle("{}").checks[1]?.detail).toBe(
      "bundle: missing; bundleHash: missing; signature: missing; signer: missing",
    );
  });

  test("the summary names the first thing that is wrong", () => {
    expect(checkBundle("{}").summary).toMatch(
      /^Refused: 16 of 17 checks failed\. Every field is there and of its kind: no\. bundle: missing/,
    );
  });
});

test("any character that differs refuses the bundle", () => {
  fc.assert(
    fc.property(fc.nat(valid.length - 1), fc.integer({ min: 0x20, max: 0x7e }), (at, code) => {
      const character = String.fromCharCode(code);
      fc.pre(character !== valid[at]);
      expect(checkBundle(`${valid.slice(0, at)}${character}${valid.slice(at + 1)}`).verdict).toBe("refused");
    }),
    { numRuns: 300 },
  );
});

test("any bit that flips refuses the bundle", () => {
  fc.assert(
    fc.property(fc.nat(valid.length - 1), fc.nat(6), (at, bit) => {
      const flipped = String.fromCharCode(valid.charCodeAt(at) ^ (1 << bit));
      expect(checkBundle(`${valid.slice(0, at)}${flipped}${valid.slice(at + 1)}`).verdict).toBe("refused");
    }),
    { numRuns: 300 },
  );
});

test("a bundle cut anywhere, or with anything added, is refused", () => {
  fc.assert(
    fc.property(fc.nat(valid.length - 1), fc.string({ minLength: 1 }), (at, more) => {
      expect(checkBundle(valid.slice(0, at)).verdict).toBe("refused");
      expect(checkBundle(valid + more).verdict).toBe("refused");
    }),
    { numRuns: 50 },
  );
});

type Json = { [key: string]: Json } | Json[] | string | bigint | boolean | null;

/** Every value inside a document that is no list and no record, by its path. */
function leaves(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) =>
    leaves(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function changed(value: Json, path: readonly (string | number)[]): Json {
  const [key, ...rest] = path;
  if (key === undefined) return other(value);
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? changed(item, rest) : item));
  if (typeof value !== "object" || value === null) throw new Error("no such path");
  return { ...value, [key]: changed(value[String(key)] ?? null, rest) };
}

const other = (leaf: Json): Json =>
  typeof leaf === "bigint" ? leaf + 1n : typeof leaf === "boolean" ? !leaf : `${String(leaf)}0`;

test("every single value of the file counts: changed alone, it refuses the bundle", () => {
  const document = decodeCanonical(valid) as Json;
  const paths = leaves(document);
  expect(paths.length).toBeGreaterThan(150);
  for (const path of paths) {
    const text = encodeCanonical(changed(document, path));
    expect(checkBundle(text).verdict, path.join(".")).toBe("refused");
  }
});

test("signed by a key that the policy does not name, everything else passes and it is refused", async () => {
  const text = encodeCanonical(await sign(bind(draft()), STRANGER));
  expect(failedChecks(text)).toEqual(["proposer"]);
});

describe("a field that is renamed is named:", () => {
  const renamed = (from: string, to: string) => valid.replaceAll(`"${from}":`, `"${to}":`);
  test.each([
    ["signer", "signez", "signer: missing"],
    ["bundleHash", "bundleHasi", "bundleHash: missing"],
    ["safeTxGas", "safeTxGaz", "bundle.transaction.safeTxGas: missing"],
    ["safeTxGas", "safeTxGaz", "bundle.transaction: unknown field safeTxGaz"],
    ["deadlineChecker", "deadlineChecks", "bundle.contracts.deadlineChecker: missing"],
    ["worstLoss", "worstLosz", "bundle.decision.outcome.plan.figures.worstLoss: missing"],
    ["configurationUnchanged", "configurationUnchangez", "bundle.simulation.configurationUnchanged: missing"],
  ])("%s as %s", (from, to, problem) => {
    expect(checkBundle(renamed(from, to)).checks[1]).toMatchObject({
      ok: false,
      detail: expect.stringContaining(problem),
    });
  });
});

describe("a bundle made for another world", () => {
  test("a decision that holds is nothing to sign", async () => {
    const bundle = bind(draft());
    bundle.decision.outcome.kind = "hold";
    const { checks } = checkBundle(encodeCanonical(await sign(bundle)));
    expect(checks[1]?.detail).toContain('bundle.decision.outcome.kind: "hold" must be "propose"');
  });

  test("the Safe on another chain has other hashes", async () => {
    const bundle = bind(draft());
    bundle.account = { ...bundle.account, chainId: 1n };
    expect(failedChecks(encodeCanonical(await sign(bundle)))).toEqual(
      expect.arrayContaining(["one-story", "hashes", "contracts"]),
    );
  });

  test("on mainnet the built-in list decides", async () => {
    const text = await bundleText((parts) => {
      for (const each of [parts.account, parts.policy.account, parts.plan.account, parts.snapshot.account])
        each.chainId = 1n;
      for (const each of [parts.block, parts.snapshot.block, parts.simulation.block]) each.chainId = 1n;
    });
    expect(failedChecks(text)).toEqual(["contracts"]);
    expect(failedChecks(text, { contracts: draft().contracts })).toEqual([]);
    expect(text).toContain(SAFE);
  });
});
