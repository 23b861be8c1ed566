import { inspect } from "node:util";
import type { Address, BlockNumber } from "@ballast/core";
import { type BundleMessage, bundleTypedData } from "@ballast/core";
import { encodeAbiParameters, hashTypedData, keccak256, recoverAddress, stringToHex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { ProposerIsOwnerError, ProposerKeyError } from "../errors.ts";
import { ACCOUNT, SAFE_STATE } from "../testing/sampleBatch.ts";
import { proposerSigner } from "./proposerSigner.ts";

const KEY = generatePrivateKey();
const ADDRESS = privateKeyToAccount(KEY).address;
const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const SEAL: BundleMessage = {
  account: ACCOUNT,
  bundleHash: `0x${"a1".repeat(32)}` as const,
  decisionId: `0x${"b2".repeat(32)}` as const,
  safeTxHash: `0x${"c3".repeat(32)}` as const,
  block: 100n as BlockNumber,
};
const signer = proposerSigner({ name: "KEY", value: KEY });

describe("proposerSigner", () => {
  it("signs the bundle's seal so that it recovers to the proposer", async () => {
    const signature = await signer.signBundle({ seal: SEAL, owners: SAFE_STATE.owners });
    expect(await recoverAddress({ hash: hashTypedData(bundleTypedData(SEAL)), signature })).toBe(ADDRESS);
    expect(signer.address).toBe(ADDRESS.toLowerCase());
  });

  it("signs in the one form that the bundle allows: v 27 or 28, s in the lower half", async () => {
    for (const block of [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n]) {
      const seal = { ...SEAL, block: block as BlockNumber };
      const signature = await signer.signBundle({ seal, owners: [] });
      expect(signature).toMatch(/^0x[0-9a-f]{128}(1b|1c)$/);
      expect(BigInt(`0x${signature.slice(66, 130)}`)).toBeLessThanOrEqual(CURVE_ORDER / 2n);
    }
  });

  it("refuses to sign where its key owns the Safe", async () => {
    const owners: readonly Address[] = [...SAFE_STATE.owners, ADDRESS];
    await expect(signer.signBundle({ seal: SEAL, owners })).rejects.toThrow(ProposerIsOwnerError);
  });

  it("shows its key to nobody who prints it", () => {
    const shown = `${inspect(signer, { depth: 9, showHidden: true })} ${JSON.stringify(signer)}`;
    expect(shown).not.toContain(KEY.slice(2));
  });

  it.each([`0x${"00".repeat(32)}` as const, `0x${"ff".repeat(32)}` as const])(
    "refuses a number that is no key, without repeating it",
    (value) => {
      const make = () => proposerSigner({ name: "KEY", value });
      expect(make).toThrow(ProposerKeyError);
      expect(make).not.toThrow(value.slice(2));
    },
  );
});

describe("bundleTypedData", () => {
  it("hashes as docs/canonical-encoding.md writes it", () => {
    const text = (value: string) => keccak256(stringToHex(value));
    const domain = keccak256(
      encodeAbiParameters(
        [
          { type: "bytes32" },
          { type: "bytes32" },
          { type: "bytes32" },
          { type: "uint256" },
          { type: "address" },
        ],
        [
          text("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
          text("Ballast"),
          text("1"),
          ACCOUNT.chainId,
          ACCOUNT.address,
        ],
      ),
    );
    const message = keccak256(
      encodeAbiParameters(
        [
          { type: "bytes32" },
          { type: "address" },
          { type: "bytes32" },
          { type: "bytes32" },
          { type: "bytes32" },
          { type: "uint256" },
        ],
        [
          text(
            "Bundle(address account,bytes32 bundleHash,bytes32 decisionId,bytes32 safeTxHash,uint256 block)",
          ),
          ACCOUNT.address,
          SEAL.bundleHash,
          SEAL.decisionId,
          SEAL.safeTxHash,
          SEAL.block,
        ],
      ),
    );
    expect(hashTypedData(bundleTypedData(SEAL))).toBe(
      keccak256(`0x1901${domain.slice(2)}${message.slice(2)}`),
    );
  });
});
