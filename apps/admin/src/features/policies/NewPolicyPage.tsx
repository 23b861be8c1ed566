import {
  checksumAddress,
  EXAMPLE_POLICY_YAML,
  encodeCanonical,
  type Policy,
  parsePolicy,
  type Snapshot,
  shareDown,
} from "@ballast/core";
import { requireRole } from "../../auth/requireRole.ts";
import { Empty } from "../../components/Empty.tsx";
import { Panel } from "../../components/Panel.tsx";
import { type AccountKey, parseAccountSegment } from "../../queries/accountSegment.ts";
import { latestJudgement } from "../../queries/judgement.ts";
import { netValue } from "../../queries/netValue.ts";
import { PolicyEditorLoader } from "./editor/PolicyEditorLoader.tsx";

/** The editor, for policy authors. */
export async function NewPolicyPage({ segment }: { readonly segment: string }) {
  const admitted = await requireRole(["policy-author"]);
  const account = parseAccountSegment(segment);
  if (!admitted.ok || account === null) {
    return (
      <Panel title="New policy version">
        <Empty>{admitted.ok ? "There is no such account." : admitted.because}</Empty>
      </Panel>
    );
  }
  const judgement = await latestJudgement(segment);
  const inForce = judgement?.policy ?? null;
  return (
    <PolicyEditorLoader
      segment={segment}
      start={encodeCanonical(startOf(inForce, account))}
      inForce={inForce === null ? null : encodeCanonical(inForce)}
      shares={judgement === null ? {} : sharesOf(judgement.snapshot)}
    />
  );
}

/** The policy in force with the next version, or the example for this account. */
function startOf(inForce: Policy | null, account: AccountKey): Policy {
  if (inForce !== null) return { ...inForce, version: inForce.version + 1n };
  const text = EXAMPLE_POLICY_YAML.replace(
    /account: .*/,
    `account: "${checksumAddress(account.address)}"`,
  ).replace(/chainId: .*/, `chainId: ${account.chainId}`);
  const parsed = parsePolicy(text);
  if (!parsed.ok) throw new Error(`The example policy can't be read: ${parsed.issues[0]?.message}`);
  return parsed.policy;
}

function sharesOf(snapshot: Snapshot): Readonly<Record<string, number>> {
  const { total } = netValue(snapshot);
  if (total === null) return {};
  return Object.fromEntries(
    snapshot.positions.map(({ position, value }) => [position, Number(shareDown(value, total))]),
  );
}
