import { describe, expect, test } from "vitest";
import { detailOf, failedChecks } from "../../../test/failedChecks.ts";
import { type BoundBundle, bind, draft, PROPOSER, STRANGER, sign } from "../../../test/validBundle.ts";
import { contentId } from "../../encoding/contentId.ts";
import { encodeCanonical } from "../../encoding/encodeCanonical.ts";

/** A file whose bundle was changed after it was bound, and then signed as it is. */
async function resigned(change: (bundle: BoundBundle) => void): Promise<string> {
  const bundle = bind(draft());
  change(bundle);
  return encodeCanonical(await sign(bundle));
}

const hash = (digit: string) => `0x${digit.repeat(64)}` as const;

describe("the decision and its inputs", () => {
  test.each<[string, readonly string[], (bundle: BoundBundle) => void]>([
    [
      "another decision id",
      ["decision-id"],
      (bundle) => {
        bundle.decisionId = hash("1");
      },
    ],
    [
      "a decision that was changed",
      ["decision-id"],
      (bundle) => {
        bundle.decision.outcome.because = "emergency";
      },
    ],
    [
      "an input that the decision does not name",
      ["inputs"],
      (bundle) => void bundle.inputs.push({ kind: "zz", id: contentId("zz", null), document: null }),
    ],
    ["an input that is missing", ["inputs"], (bundle) => void bundle.inputs.shift()],
    [
      "an input that was changed",
      ["inputs"],
      (bundle) => void Reflect.set(bundle.inputs[0] ?? {}, "document", { other: true }),
    ],
    [
      "an input of a kind nobody knows that was changed",
      ["inputs"],
      (bundle) => void Reflect.set(bundle.inputs[3] ?? {}, "document", { other: true }),
    ],
    [
      "a sibling's snapshot that was changed",
      ["inputs"],
      (bundle) => void Reflect.set(bundle.inputs[4] ?? {}, "document", { other: true }),
    ],
    [
      "an input under another kind",
      ["inputs"],
      (bundle) => void Reflect.set(bundle.inputs[0] ?? {}, "kind", "aaa"),
    ],
    ["inputs in another order than the decision's", ["inputs"], (bundle) => void bundle.inputs.reverse()],
    [
      "inputs that both lists give in the wrong order",
      ["inputs", "decision-id"],
      (bundle) => {
        bundle.inputs.reverse();
        bundle.decision.inputs.reverse();
      },
    ],
    [
      "an input twice",
      ["inputs"],
      (bundle) => {
        bundle.inputs.unshift(...bundle.inputs.slice(0, 1));
        bundle.decision.inputs.unshift(...bundle.decision.inputs.slice(0, 1));
        bundle.decisionId = contentId("decision", bundle.decision);
      },
    ],
  ])("%s is refused", async (_, fails, change) => {
    expect(failedChecks(await resigned(change))).toEqual(expect.arrayContaining([...fails]));
  });

  test("the input that is wrong is named by its place and kind", async () => {
    const text = await resigned((bundle) => void Reflect.set(bundle.inputs[2] ?? {}, "document", {}));
    expect(detailOf(text, "inputs")).toMatch(
      /^bundle\.inputs\[2\]\.id is 0x[0-9a-f]{64}, not 0x[0-9a-f]{64} \(the content id of the policy\)$/,
    );
  });
});

describe("the hashes of the transaction", () => {
  test.each(["domainHash", "messageHash", "safeTxHash"] as const)(
    "another %s is refused by its name",
    async (name) => {
      const text = await resigned((bundle) => {
        bundle.hashes[name] = hash("2");
      });
      expect(failedChecks(text)).toContain("hashes");
      expect(detailOf(text, "hashes")).toContain(`bundle.hashes.${name} is ${hash("2")}, not 0x`);
    },
  );

  test("a transaction that was changed after it was hashed is refused", async () => {
    const text = await resigned((bundle) => {
      bundle.transaction.nonce += 1n;
    });
    expect(failedChecks(text)).toContain("hashes");
  });
});

describe("hash and signature of the file", () => {
  const file = () => sign(bind(draft()));

  test("another bundle hash is refused, and so is the signature over it", async () => {
    const text = encodeCanonical({ ...(await file()), bundleHash: hash("3") });
    expect(failedChecks(text)).toEqual(["bundle-hash", "signature"]);
  });

  test("a signature of somebody else is refused", async () => {
    const { signature } = await sign(bind(draft()), STRANGER);
    expect(failedChecks(encodeCanonical({ ...(await file()), signature }))).toEqual(["signature"]);
  });

  test("a signature over another bundle is refused", async () => {
    const parts = draft();
    parts.plan.deadline += 1n;
    const { signature } = await sign(bind(parts));
    expect(failedChecks(encodeCanonical({ ...(await file()), signature }))).toEqual(["signature"]);
  });

  test("a signature for the same bundle on another chain is refused", async () => {
    const parts = draft();
    parts.account.chainId = 1n;
    const { signature } = await sign(bind(parts));
    expect(failedChecks(encodeCanonical({ ...(await file()), signature }))).toEqual(["signature"]);
  });

  test("a signer that did not sign is refused, named as it is", async () => {
    const text = encodeCanonical({ ...(await file()), signer: STRANGER.address.toLowerCase() });
    expect(failedChecks(text)).toEqual(["signature", "proposer"]);
    expect(detailOf(text, "signature")).toBe(
      `the recovered signer is ${PROPOSER.address.toLowerCase()}, not ${STRANGER.address.toLowerCase()}`,
    );
  });

  test.each([
    ["64 bytes", (signature: string) => signature.slice(0, -2), "64 bytes, not 65"],
    ["v as 0 or 1", (signature: string) => `${signature.slice(0, -2)}00`, "v is 0, not 27 or 28"],
  ])("a signature of %s is refused", async (_, change, problem) => {
    const signed = await file();
    const text = encodeCanonical({ ...signed, signature: change(signed.signature) });
    expect(detailOf(text, "signature")).toContain(problem);
  });
});
