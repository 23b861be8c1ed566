import { CanonicalError } from "../../encoding/canonicalError.ts";
import { contentId } from "../../encoding/contentId.ts";
import { decodeCanonical } from "../../encoding/decodeCanonical.ts";
import { checkPolicy } from "../checkPolicy.ts";
import type { SoundVersion, StoredVersion, VersionProblem, VersionsInput } from "./types.ts";

type Judged = { readonly sound: SoundVersion } | { readonly problem: VersionProblem };

/** Sorts stored versions into those that are what they claim to be, and a problem for each that is not. */
export function soundVersions({ stored, account }: Pick<VersionsInput, "stored" | "account">): {
  readonly sound: readonly SoundVersion[];
  readonly problems: readonly VersionProblem[];
} {
  const isRepeated = (row: StoredVersion) =>
    stored.some((other) => other !== row && other.policyId === row.policyId);
  const judged = stored.map((row) =>
    isRepeated(row)
      ? refuse(row, { code: "altered-row", because: "its id is stored twice" })
      : judgeRow(row, account),
  );
  return {
    sound: judged.flatMap((one) => ("sound" in one ? [one.sound] : [])),
    problems: judged.flatMap((one) => ("problem" in one ? [one.problem] : [])),
  };
}

function judgeRow(row: StoredVersion, account: VersionsInput["account"]): Judged {
  const { document, ...rest } = row;
  const value = readDocument(row);
  if (value === undefined) {
    return refuse(row, { code: "hash-mismatch", because: "its content does not hash to its id" });
  }
  const checked = checkPolicy(value);
  if (!checked.ok) {
    return refuse(row, {
      code: "not-a-policy",
      because: checked.issues.map(({ message }) => message).join(" "),
    });
  }
  const { policy } = checked;
  if (policy.account.address !== account.address || policy.account.chainId !== account.chainId) {
    const because = `it is for ${policy.account.address} on chain ${policy.account.chainId}`;
    return refuse(row, { code: "other-account", because });
  }
  if (policy.version !== row.version) {
    return refuse(row, { code: "altered-row", because: `its content says version ${policy.version}` });
  }
  return { sound: { ...rest, policy } };
}

/** The document if the text is canonical and hashes to the row's id. */
function readDocument({ document, policyId }: StoredVersion): unknown {
  try {
    const value = decodeCanonical(document);
    return contentId("policy", value) === policyId ? value : undefined;
  } catch (error) {
    if (error instanceof CanonicalError) return undefined;
    throw error;
  }
}

type Refusal = { readonly code: VersionProblem["code"]; readonly because: string };

function refuse({ policyId, version }: StoredVersion, { code, because }: Refusal): Judged {
  const message =
    `Stored policy version ${version} (${policyId}) is not used: ${because}. ` +
    "Restore the row from a backup or publish the version again, and find out who changed the database.";
  return { problem: { code, level: "incident", subject: policyId, version, message } };
}
