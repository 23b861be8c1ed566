import {
  checksumAddress,
  comparePolicies,
  earliestNotBefore,
  formatPolicyYaml,
  type Policy,
} from "@ballast/core";
import { session } from "../../auth/session.ts";
import { CopyButton } from "../../components/CopyButton.tsx";
import { HashBlock } from "../../components/HashBlock.tsx";
import { Panel } from "../../components/Panel.tsx";
import { utc } from "../../format/time.ts";
import { chainFacts } from "../../queries/chainFacts.ts";
import { latestJudgement } from "../../queries/judgement.ts";
import { nameOf } from "../../queries/names.ts";
import type { PolicyFacts } from "../../queries/policyFacts.ts";
import { ApprovalsPanel } from "./approvals/ApprovalsPanel.tsx";
import { nextNotBefore } from "./approvals/nextNotBefore.ts";
import { ChangesPanel } from "./ChangesPanel.tsx";
import { PolicyBadge } from "./PolicyBadge.tsx";
import { YamlView } from "./YamlView.tsx";

type PolicyPageProps = {
  readonly segment: string;
  readonly facts: PolicyFacts;
};

/** One stored version: its text at the left, its changes and approvals at the right. */
export async function PolicyPage({ segment, facts }: PolicyPageProps) {
  const { row, policy, problem, before } = facts;
  const author = (await nameOf(row.author)) ?? checksumAddress(row.author);
  return (
    <>
      <div className="mb-4">
        <div className="flex flex-wrap items-center gap-3 mb-1.5 text-xs text-ink-2">
          <PolicyBadge facts={facts} />
          <span>
            Written by {author}, {utc(row.createdAt)}
          </span>
        </div>
        <h1 className="text-xl">Policy {`${row.version}`}</h1>
        {problem !== null && <p className="text-critical mt-1">{problem}</p>}
      </div>
      <div className="cols">
        <div className="stack">
          <Panel title="The policy" sub="as YAML" end={policy && <CopyYaml policy={policy} />} order={2}>
            {policy === null ? (
              <p className="panel-body text-ink-2">It can't be shown.</p>
            ) : (
              <YamlView text={formatPolicyYaml(policy)} />
            )}
          </Panel>
        </div>
        <div className="stack">
          <Approvals segment={segment} facts={facts} />
          {policy !== null && (
            <ChangesPanel
              comparison={before === null ? null : comparePolicies(before, policy)}
              against={row.version - 1n}
            />
          )}
          <HashPanel id={row.id} />
        </div>
      </div>
    </>
  );
}

function CopyYaml({ policy }: { readonly policy: Policy }) {
  return <CopyButton value={formatPolicyYaml(policy)} what="YAML" />;
}

function HashPanel({ id }: { readonly id: string }) {
  return (
    <Panel title="Policy hash" end={<CopyButton value={id} what="policy hash" />} order={4}>
      <div className="panel-body">
        <HashBlock value={id} />
      </div>
    </Panel>
  );
}

async function Approvals({ segment, facts }: { readonly segment: string; readonly facts: PolicyFacts }) {
  const [signedIn, judgement, chain] = await Promise.all([session(), latestJudgement(segment), chainFacts()]);
  const now = judgement?.snapshot.block.timestamp ?? null;
  const { row, count, need, before, owners, threshold, standing, policy } = facts;
  const named = (
    await Promise.all(owners.map(async (owner) => ({ owner, name: await nameOf(owner) })))
  ).toSorted((a, b) => (a.name ?? a.owner).localeCompare(b.name ?? b.owner, "en"));
  const notBefore =
    now === null
      ? null
      : nextNotBefore({
          signed: count.notBefore,
          earliest: earliestNotBefore(now, need),
          now,
          isAtOnce: need.delay === 0n,
        });
  return (
    <ApprovalsPanel
      policy={{
        id: row.id,
        version: `${row.version}`,
        previousHash: row.previousHash,
        account: row.account,
        author: row.author,
        sound: policy !== null,
        standing,
        by: need.by,
        verdict: need.verdict,
        isFirst: before === null,
        required: Number(count.need),
        isEnough: count.isEnough,
        approved: count.owners,
        effectiveAt: count.notBefore === null ? null : Number(count.notBefore),
      }}
      owners={named.map(({ owner, name }) => ({ address: owner, shown: checksumAddress(owner), name }))}
      threshold={threshold}
      notBefore={notBefore === null ? null : `${notBefore}`}
      reader={{ address: signedIn?.address ?? null, isOwner: signedIn?.owns.includes(segment) ?? false }}
      chain={{ chainId: Number(row.chainId), name: chain?.name ?? "" }}
    />
  );
}
