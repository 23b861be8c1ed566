import { ZERO_HASH } from "../chain/hex.ts";
import type { Address, Hash32 } from "../chain/types.ts";
import { encodeCanonical } from "../encoding/encodeCanonical.ts";
import { EXAMPLE_POLICY_YAML } from "../policy/examplePolicyYaml.ts";
import { parsePolicy } from "../policy/parsePolicy.ts";
import type { Policy } from "../policy/policy.ts";
import { policyApprovalTypedData } from "../policy/policyApprovalTypedData.ts";
import { policyId } from "../policy/policyId.ts";
import { approvalMessage } from "../policy/versions/approvalMessage.ts";
import type { KeeperMemory, StoredVersion, VersionsInput } from "../policy/versions/types.ts";
import { typedDataDigest } from "../signing/typedDataDigest.ts";
import { unixSeconds } from "../units/times.ts";

/** A store of policy versions as a database holds it, with signatures modelled: each carries the digest that was signed. */
export type SignedApproval = {
  readonly owner: Address;
  readonly notBefore: bigint;
  readonly signed: Hash32;
  readonly by: Address;
};
export type Row = Omit<StoredVersion, "approvals" | "ownersAtActivation"> & {
  readonly approvals: readonly SignedApproval[];
};

const person = (digit: string) => `0x${digit.repeat(40)}` as Address;
export const ANN = person("a");
export const BOB = person("b");
export const CAT = person("c");
/** Nobody's friend: owns the database, no key of the account. */
export const EVE = person("e");

export const DAY = 86_400n;
export const START = 1_790_000_000n;
export const EMPTY: KeeperMemory = { floor: null, firstSeen: {} };

/** The example policy as version n, with a slippage of n hundredths of a per cent so that each has its own content. */
export function policyOf(version: bigint, slippage = 30n + version): Policy {
  const parsed = parsePolicy(
    EXAMPLE_POLICY_YAML.replace("version: 1", `version: ${version}`).replace(
      "slippage: 0.3%",
      `slippage: 0.${slippage.toString().padStart(2, "0")}%`,
    ),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.policy;
}

/** A later version of a policy with nothing changed but a payback that is some days shorter, which is a tightening. */
export function tightened(policy: Policy, { days = 1n, version = policy.version + 1n } = {}): Policy {
  const payback = (policy.costs.payback - days * DAY) as Policy["costs"]["payback"];
  return { ...policy, version, costs: { ...policy.costs, payback } };
}

export const ACCOUNT = policyOf(1n).account;

/** A version as its author stores it, without approvals. */
export function published(policy: Policy, previous: Row | null = null): Row {
  return {
    policyId: policyId(policy),
    version: policy.version,
    previousHash: previous?.policyId ?? ZERO_HASH,
    document: encodeCanonical(policy),
    author: ANN,
    approvals: [],
  };
}

/** The row with an approval that `owner` really signed, key of `by`. */
export function approved(
  row: Row,
  { owners, notBefore, by }: { owners: readonly Address[]; notBefore: bigint; by?: Address },
): Row {
  const signed = digestOf(row, notBefore);
  const added = owners.map((owner) => ({ owner, notBefore, signed, by: by ?? owner }));
  return { ...row, approvals: [...row.approvals, ...added] };
}

function digestOf(row: Row, notBefore: bigint): Hash32 {
  const message = approvalMessage(row, { account: ACCOUNT, notBefore: unixSeconds(notBefore) });
  return typedDataDigest(policyApprovalTypedData(message));
}

/** What the keeper's signature check makes of the rows: valid when the key is the named owner's and signed this very message. */
export function checked(row: Row): StoredVersion {
  return {
    ...row,
    ownersAtActivation: null,
    approvals: row.approvals.map(({ owner, notBefore, signed, by }) => ({
      owner,
      notBefore: unixSeconds(notBefore),
      verdict: by === owner && signed === digestOf(row, notBefore) ? "valid" : "invalid",
    })),
  };
}

/** Input of a judgement: two of Ann, Bob and Cat, one day after the start, unless told otherwise. */
export function input(rows: readonly Row[], changes: Partial<VersionsInput> = {}): VersionsInput {
  return {
    account: ACCOUNT,
    stored: rows.map(checked),
    owners: { owners: [ANN, BOB, CAT], threshold: 2n },
    now: unixSeconds(START + DAY),
    memory: EMPTY,
    minimumVersion: 0n,
    ...changes,
  };
}
