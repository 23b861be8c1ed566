import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CanonicalError } from "../encoding/canonicalError.ts";
import type { CanonicalValue } from "../encoding/canonicalValue.ts";
import { contentId } from "../encoding/contentId.ts";
import { decodeCanonical } from "../encoding/decodeCanonical.ts";
import { encodeCanonical } from "../encoding/encodeCanonical.ts";
import { signedBundleOf } from "../testing/bundle.ts";
import { BundleFormatError } from "./bundleFormatError.ts";
import { decodeSignedBundle } from "./decodeSignedBundle.ts";
import { encodeSignedBundle } from "./encodeSignedBundle.ts";

const signed = signedBundleOf();
const text = encodeSignedBundle(signed);

type Place = readonly (string | number)[];
type Edit = (value: CanonicalValue | undefined) => CanonicalValue | undefined;

/** The document with one place changed; undefined takes the field out. */
function edited(value: CanonicalValue, { place, edit }: { place: Place; edit: Edit }): CanonicalValue {
  const [key, ...rest] = place;
  if (key === undefined) return edit(value) ?? null;
  if (Array.isArray(value)) {
    return value.map((item: CanonicalValue, i) => (i === key ? edited(item, { place: rest, edit }) : item));
  }
  const record = value as Readonly<Record<string, CanonicalValue>>;
  const old = record[String(key)];
  const changed = rest.length === 0 ? edit(old) : edited(old ?? {}, { place: rest, edit });
  const others = Object.entries(record).filter(([name]) => name !== String(key));
  return Object.fromEntries(changed === undefined ? others : [...others, [String(key), changed] as const]);
}

/** As an editor of the file would: the bundle changed, and its ids made to fit again. */
function resigned(place: Place, edit: Edit): string {
  const file = edited(decodeCanonical(text), { place, edit }) as { bundle: { decision: CanonicalValue } };
  const bundle = { ...file.bundle, decisionId: contentId("decision", file.bundle.decision) };
  return encodeCanonical({ ...file, bundle, bundleHash: contentId("bundle", bundle) });
}

describe("a signed bundle as a file", () => {
  it("decodes to what was encoded", () => {
    expect(decodeSignedBundle(text)).toEqual(signed);
    expect(encodeSignedBundle(decodeSignedBundle(text))).toBe(text);
  });

  it("holds a proposal with findings, figures and inputs, so that the reader is tried in earnest", () => {
    expect(signed.bundle.decision.outcome.kind).toBe("propose");
    expect(signed.bundle.decision.findings.length).toBeGreaterThan(5);
    expect(signed.bundle.inputs.length).toBe(6);
  });

  it.each([` ${text}`, text.slice(0, -1), "", "null "])("refuses bytes that are not canonical", (bytes) => {
    expect(() => decodeSignedBundle(bytes)).toThrow(CanonicalError);
  });

  const decision = ["bundle", "decision"];
  const plan = [...decision, "outcome", "plan"];
  type Case = readonly [name: string, place: Place, edit: Edit, path: string];
  const cases: readonly Case[] = [
    ["a renamed field", ["bundle", "simulations"], () => null, "bundle.simulations"],
    ["a missing field", ["bundle", "simulation"], () => undefined, "bundle.simulation"],
    [
      "an unknown field deep inside",
      [...plan, "actions", 0, "hurry"],
      () => true,
      "bundle.decision.outcome.plan.actions[0].hurry",
    ],
    ["a text for an integer", ["bundle", "transaction", "nonce"], () => "7", "bundle.transaction.nonce"],
    ["an integer for a text", ["bundle", "safeVersion"], () => 1n, "bundle.safeVersion"],
    ["a word for a flag", ["bundle", "simulation", "success"], () => "true", "bundle.simulation.success"],
    [
      "a negative amount",
      [...plan, "actions", 0, "spend", "amount"],
      () => -1n,
      "bundle.decision.outcome.plan.actions[0].spend.amount",
    ],
    ["a negative value", ["bundle", "transaction", "value"], () => -1n, "bundle.transaction.value"],
    [
      "a time in milliseconds",
      [...decision, "block", "timestamp"],
      () => 1_790_000_000_000n,
      "bundle.decision.block.timestamp",
    ],
    [
      "an address of 19 bytes",
      ["bundle", "account", "address"],
      () => `0x${"11".repeat(19)}`,
      "bundle.account.address",
    ],
    ["an address in mixed case", ["signer"], () => "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045", "signer"],
    [
      "a hash of 31 bytes",
      ["bundle", "hashes", "safeTxHash"],
      () => `0x${"11".repeat(31)}`,
      "bundle.hashes.safeTxHash",
    ],
    ["half a byte", ["bundle", "calls", 0, "data"], () => "0x123", "bundle.calls[0].data"],
    ["an unknown outcome", [...decision, "outcome", "kind"], () => "execute", "bundle.decision.outcome.kind"],
    [
      "an unknown reason",
      [...decision, "outcome", "because"],
      () => "mood",
      "bundle.decision.outcome.because",
    ],
    [
      "an unknown level",
      [...decision, "findings", 0, "level"],
      () => "fine",
      "bundle.decision.findings[0].level",
    ],
    [
      "an unknown effect",
      [...decision, "findings", 0, "effect"],
      () => ({ kind: "sell" }),
      "bundle.decision.findings[0].effect.kind",
    ],
    [
      "a key that objects inherit as a kind",
      [...decision, "findings", 0, "effect"],
      () => ({ kind: "constructor" }),
      "bundle.decision.findings[0].effect.kind",
    ],
    [
      "a venue's contract without an address",
      ["bundle", "contracts", "venues", 0, "address"],
      () => undefined,
      "bundle.contracts.venues[0].address",
    ],
    ["another rail", ["bundle", "account", "rail"], () => "squads", "bundle.account.rail"],
    ["another format", ["bundle", "schema"], () => "ballast/bundle/2", "bundle.schema"],
    ["a record for a list", ["bundle", "calls"], () => ({}), "bundle.calls"],
    ["a list for a record", ["bundle", "contracts"], () => [], "bundle.contracts"],
    ["null for a record", ["bundle", "transaction"], () => null, "bundle.transaction"],
    [
      "an input that does not hash to its id",
      ["bundle", "inputs", 0, "document"],
      () => null,
      "bundle.inputs[0].id",
    ],
    ["a short signature", ["signature"], () => "0x1b", "signature"],
  ];
  it.each(cases)("refuses %s and names where it stands", (_name, place, edit, path) => {
    const decode = () => decodeSignedBundle(resigned(place, edit));
    expect(decode).toThrow(BundleFormatError);
    expect(decode).toThrow(expect.objectContaining({ path }));
  });

  it("refuses a bundle whose hash is another's", () => {
    const other = encodeCanonical({ ...signed, bundleHash: `0x${"12".repeat(32)}` });
    expect(() => decodeSignedBundle(other)).toThrow(expect.objectContaining({ path: "bundleHash" }));
  });

  it("refuses a decision that was changed under its id", () => {
    const bundle = { ...signed.bundle, decision: { ...signed.bundle.decision, findings: [] } };
    const file = encodeCanonical({ ...signed, bundle, bundleHash: contentId("bundle", bundle) });
    expect(() => decodeSignedBundle(file)).toThrow(expect.objectContaining({ path: "bundle.decisionId" }));
  });

  it("refuses a document that is something else", () => {
    expect(() => decodeSignedBundle("null")).toThrow(expect.objectContaining({ path: "" }));
  });

  it("takes another account's snapshot as an input, by its id as a snapshot", () => {
    const document = "its snapshot";
    const sibling = { kind: "sibling", id: contentId("snapshot", document), document };
    const withSibling = resigned(["bundle", "inputs"], (inputs) => [
      ...(inputs as CanonicalValue[]),
      sibling,
    ]);
    expect(decodeSignedBundle(withSibling).bundle.inputs.at(-1)).toEqual(sibling);
  });

  it("notices any changed character of the bundle", () => {
    const start = text.indexOf('"bundle":{') + 10;
    const end = text.indexOf('"bundleHash"', start);
    fc.assert(
      fc.property(fc.integer({ min: start, max: end - 2 }), fc.constantFrom(..."0fA,}"), (at, sign) => {
        fc.pre(text[at] !== sign);
        expect(() => decodeSignedBundle(text.slice(0, at) + sign + text.slice(at + 1))).toThrow();
      }),
      { numRuns: 30 },
    );
  });
});
