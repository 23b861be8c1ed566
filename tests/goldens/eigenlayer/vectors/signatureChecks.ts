import { eigenlayerMaths } from "@ballast/adapters";
import { type Address, getAddress, type Hex, hashTypedData, isHex, recoverAddress } from "viem";
import type { GoldenCheck } from "../../golden.ts";
import { checked } from "../form/checked.ts";
import { Fields } from "../form/Fields.ts";
import { firstDifference } from "../form/firstDifference.ts";
import { StepProblem } from "../form/StepProblem.ts";
import { rewardsClaimCheck } from "./rewardsClaimCheck.ts";

const { delegationApprovalDigest, delegationDomainSeparator } = eigenlayerMaths;

/** An approval of a delegation and a claim of rewards: digests, signer, roots. */
export async function* signatureChecks(section: unknown): AsyncGenerator<GoldenCheck> {
  if (section === undefined) return;
  const fields = new Fields(section, "signaturesAndClaims");
  for (const name of fields.names())
    yield checked({ kind: `signature ${name}`, name }, () => {
      if (name === "delegationApproval") return compareApproval(fields.object(name));
      if (name === "rewardsClaim") return rewardsClaimCheck(fields.object(name));
      throw new StepProblem({
        field: fields.place(name),
        recorded: fields.raw(name),
        wanted: "absent: unknown",
      });
    });
}

/** `approverPrivateKeyNote` is for people. */
const APPROVAL = ["domain", "types", "message", "digest", "domainSeparator", "versionTried", "signature"];

async function compareApproval(approval: Fields) {
  approval.requireOnly([...APPROVAL, "approverPrivateKeyNote"]);
  const domain = approval.object("domain");
  const message = approval.object("message");
  const where = {
    chainId: Number(domain.integer("chainId")),
    delegationManager: addressAt(domain, "verifyingContract"),
    version: domain.text("version"),
  };
  const approved = {
    delegationApprover: addressAt(message, "delegationApprover"),
    staker: addressAt(message, "staker"),
    operator: addressAt(message, "operator"),
    salt: hexAt(message, "salt"),
    expiry: message.integer("expiry"),
  };
  const digest = delegationApprovalDigest(where, approved);
  const types = approval.raw("types") as Record<string, { name: string; type: string }[]>;
  const underVersion = (version: string) =>
    hashTypedData({
      domain: {
        name: domain.text("name"),
        version,
        chainId: where.chainId,
        verifyingContract: where.delegationManager,
      },
      types,
      primaryType: "DelegationApproval",
      message: approved,
    } as never) === digest;
  const tried = approval.object("versionTried").names();
  const found = {
    digest,
    domainSeparator: delegationDomainSeparator(where),
    signer: await recoverAddress({ hash: digest, signature: hexAt(approval, "signature") }),
    versionTried: Object.fromEntries(tried.map((version) => [version, underVersion(version)])),
  };
  const recorded = {
    digest: approval.raw("digest"),
    domainSeparator: approval.raw("domainSeparator"),
    signer: approved.delegationApprover,
    versionTried: approval.raw("versionTried"),
  };
  return firstDifference({ recorded, found, path: "" });
}

function addressAt(fields: Fields, name: string): Address {
  return getAddress(hexAt(fields, name));
}

function hexAt(fields: Fields, name: string): Hex {
  const value = fields.text(name);
  if (isHex(value)) return value;
  throw new StepProblem({ field: fields.place(name), recorded: value, wanted: "hexadecimal text" });
}
