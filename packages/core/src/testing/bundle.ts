import { bundleHash } from "../bundle/bundleHash.ts";
import type { SignedBundle } from "../bundle/types.ts";
import type { Address, Hash32, Hex } from "../chain/types.ts";
import { decide } from "../decision/decide.ts";
import { decisionDocuments, decisionInputs } from "../decision/decisionInputs.ts";
import { contentId } from "../encoding/contentId.ts";
import { evaluate } from "../policy/evaluate.ts";
import { assetId } from "../units/ids.ts";
import { allocate } from "./solveWith.ts";
import { ACCOUNT, BLOCK, contextOf, SHIFT } from "./world.ts";

const at = (digits: string) => `0x${digits.repeat(20)}` as Address;
const hash = (digits: string) => `0x${digits.repeat(32)}` as Hash32;

/** A bundle around a real decision of the engine: the yield shift. Transaction, hashes and signature only have the right form. */
export function signedBundleOf(): SignedBundle {
  const context = contextOf(SHIFT);
  const findings = evaluate(context);
  const answer = allocate(context, findings);
  const decision = decide({ context, inputs: decisionInputs(context, answer), findings, answer });
  const bundle: SignedBundle["bundle"] = {
    schema: "ballast/bundle/1",
    account: ACCOUNT,
    safeVersion: "1.4.1",
    decisionId: contentId("decision", decision),
    decision,
    inputs: decisionDocuments(context, answer),
    contracts: {
      multiSendCallOnly: at("a1"),
      multiSendCallOnlyCodeHash: hash("a2"),
      deadlineChecker: at("a3"),
      assets: [{ id: "WETH", address: at("a4"), decimals: 18n }],
      routers: [{ id: "uniswap-v3", address: at("a5") }],
      venues: [{ id: "lido.withdrawalQueue", address: at("a6") }],
    },
    transaction: {
      to: at("a1"),
      value: 0n,
      data: "0x8d80ff0a",
      operation: 1n,
      safeTxGas: 0n,
      baseGas: 0n,
      gasPrice: 0n,
      gasToken: at("00"),
      refundReceiver: at("00"),
      nonce: 7n,
    },
    calls: [{ to: at("a3"), value: 0n, data: "0x5ae401dc" }],
    hashes: { domainHash: hash("b1"), messageHash: hash("b2"), safeTxHash: hash("b3") },
    simulation: {
      schema: "ballast/simulation/1",
      block: BLOCK,
      safeTxHash: hash("b3"),
      method: "eth_call",
      approvedBy: [at("0a"), at("0b")],
      conditional: false,
      success: true,
      revert: "",
      gasUsed: 400_000n,
      changes: [{ asset: assetId("WETH"), before: 10n, after: 5n }],
      allowances: [{ asset: assetId("WETH"), spender: at("a5"), after: 0n }],
      configurationUnchanged: true,
      unexpected: [],
    },
  };
  return {
    bundle,
    bundleHash: bundleHash(bundle),
    signer: at("99"),
    signature: `0x${"11".repeat(64)}1b` as Hex,
  };
}
