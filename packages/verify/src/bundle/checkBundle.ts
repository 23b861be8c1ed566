import { decodeCalls } from "../calls/decodeCalls.ts";
import { contentId } from "../encoding/contentId.ts";
import { decodeCanonical } from "../encoding/decodeCanonical.ts";
import { VerifyError } from "../errors/VerifyError.ts";
import { safeTransactionHashes } from "../safe/safeTransactionHashes.ts";
import { bundleHash } from "./checks/bundleHash.ts";
import { calls } from "./checks/calls.ts";
import { contracts } from "./checks/contracts.ts";
import { deadline } from "./checks/deadline.ts";
import { decisionId } from "./checks/decisionId.ts";
import { envelope } from "./checks/envelope.ts";
import { explained } from "./checks/explained.ts";
import { hashes } from "./checks/hashes.ts";
import { held } from "./checks/held.ts";
import { inputs } from "./checks/inputs.ts";
import { oneStory } from "./checks/oneStory.ts";
import { proposer } from "./checks/proposer.ts";
import { signature } from "./checks/signature.ts";
import { simulation } from "./checks/simulation.ts";
import { worstLossOf, worstLossWithinPlan } from "./checks/worstLossWithinPlan.ts";
import { usedContracts } from "./explain/usedContracts.ts";
import { formatBase } from "./formatBase.ts";
import { KNOWN_CONTRACTS, type TrustedContracts } from "./knownContracts.ts";
import { parseFields } from "./schema/parseFields.ts";
import { signedBundleSchema } from "./schema/signedBundle.ts";
import type { BundleFacts, BundleVerdict, Check, CheckDefinition, Context } from "./types.ts";

const CANONICAL = { id: "canonical", title: "The bytes are canonical" };
const FIELDS = { id: "fields", title: "Every field is there and of its kind" };

/** In the order of docs/canonical-encoding.md, §5. */
const CHECKS: readonly CheckDefinition[] = [
  bundleHash,
  signature,
  proposer,
  decisionId,
  inputs,
  oneStory,
  hashes,
  envelope,
  contracts,
  calls,
  deadline,
  explained,
  held,
  simulation,
  worstLossWithinPlan,
];

export type CheckOptions = {
  /** Contracts of the verifier's own deployment file; for mainnet there is a built-in list. */
  readonly contracts?: TrustedContracts;
};

/**
 * Checks a signed bundle offline, from its canonical text alone (docs/canonical-encoding.md, §5). Every check is in the
 * answer; one that could not be made counts as failed. Never throws for what the text holds.
 */
export function checkBundle(text: string, options: CheckOptions = {}): BundleVerdict {
  const read: { document?: unknown; context?: Context } = {};
  const readable = [
    attempt(CANONICAL, () => {
      read.document = decodeCanonical(text);
      return `${text.length} characters.`;
    }),
    attempt(FIELDS, () => {
      if (read.document === undefined) return notReached();
      read.context = contextOf(text, { document: read.document, options });
      return "Nothing is missing, nothing is unknown.";
    }),
  ];
  const { context } = read;
  const judged = CHECKS.map((check) => attempt(check, () => (context ? check.run(context) : notReached())));
  return verdictOf([...readable, ...judged], context);
}

function contextOf(
  text: string,
  { document, options }: { document: unknown; options: CheckOptions },
): Context {
  const file = parseFields(signedBundleSchema, { document, path: "" });
  const trusted = options.contracts ?? KNOWN_CONTRACTS.get(file.bundle.account.chainId) ?? null;
  return { text, file, plan: file.bundle.decision.outcome.plan, trusted };
}

class NotReachedError extends VerifyError {}

function notReached(): never {
  throw new NotReachedError("Not checked: the bundle could not be read.");
}

function attempt({ id, title }: { id: string; title: string }, run: () => string): Check {
  try {
    return { id, title, ok: true, detail: run() };
  } catch (error) {
    if (error instanceof VerifyError) return { id, title, ok: false, detail: error.message };
    throw error;
  }
}

function verdictOf(checks: readonly Check[], context: Context | undefined): BundleVerdict {
  const failed = checks.find(({ ok }) => !ok);
  if (failed !== undefined || context === undefined) {
    const count = checks.filter(({ ok }) => !ok).length;
    const summary = `Refused: ${count} of ${checks.length} checks failed. ${failed?.title}: no. ${failed?.detail}`;
    return { verdict: "refused", checks, summary, facts: null, assumptions: [] };
  }
  const facts = factsOf(context);
  const { bundle } = context.file;
  const assumptions = context.trusted === null ? assumed(context) : [];
  const condition =
    assumptions.length > 0
      ? ` It relies on ${assumptions.length} addresses that only the bundle vouches for.`
      : "";
  const summary = `All ${checks.length} checks passed: ${facts.hashes.safeTxHash} of ${bundle.account.address} on chain ${bundle.account.chainId}, worst loss ${formatBase(facts.worstLoss)}.${condition}`;
  return { verdict: "ok", checks, summary, facts, assumptions };
}

function factsOf({ file: { bundle }, plan }: Context): BundleFacts {
  return {
    bundleHash: contentId("bundle", bundle),
    hashes: safeTransactionHashes(bundle),
    calls: decodeCalls(bundle.transaction.data),
    worstLoss: worstLossOf(bundle),
    deadline: plan.deadline,
  };
}

function assumed({ file: { bundle }, plan }: Context): string[] {
  const { assets, routers, venues, deadlineChecker } = bundle.contracts;
  const used = usedContracts(plan, bundle.contracts);
  const called = venues.filter(({ id }) => used.includes(id));
  const names = [...assets, ...routers, ...called].map(({ id, address }) => `${address} is ${id}`);
  return [...names, `${deadlineChecker} reverts after a deadline`];
}
