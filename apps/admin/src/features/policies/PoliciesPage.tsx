import Link from "next/link";
import { session } from "../../auth/session.ts";
import { Age } from "../../components/Age.tsx";
import { Empty } from "../../components/Empty.tsx";
import { Panel } from "../../components/Panel.tsx";
import { Pips } from "../../components/Pips.tsx";
import { nameOf } from "../../queries/names.ts";
import { type PolicyFacts, policyVersions } from "../../queries/policyFacts.ts";
import { PolicyBadge } from "./PolicyBadge.tsx";
import { VerdictBadge } from "./VerdictBadge.tsx";

/** Every version of an account's policy, newest first. */
export async function PoliciesPage({ segment }: { readonly segment: string }) {
  const [versions, signedIn] = await Promise.all([policyVersions(segment), session()]);
  const mayAuthor = signedIn?.roles.includes("policy-author") ?? false;
  const names = await Promise.all(versions.map(({ row }) => nameOf(row.author)));
  return (
    <>
      <h1 className="sr-only">Policies</h1>
      <Panel
        title="Policies"
        sub="The limits that the owners approved"
        end={<NewVersion base={`/${segment}/policies`} mayAuthor={mayAuthor} first={versions.length === 0} />}
      >
        {versions.length === 0 ? (
          <Empty>
            No policy is in force, so the keeper only watches. A policy author writes the first version; the
            owners approve it.
          </Empty>
        ) : (
          <table className="ledger" data-records="">
            <thead>
              <tr>
                <th scope="col">Version</th>
                <th scope="col">State</th>
                <th scope="col">Approvals</th>
                <th scope="col">Author</th>
                <th scope="col" className="r">
                  Written
                </th>
              </tr>
            </thead>
            <tbody>
              {versions.map((facts, at) => (
                <Version
                  key={facts.row.id}
                  facts={facts}
                  author={names[at] ?? null}
                  base={`/${segment}/policies`}
                />
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
}

type NewVersionProps = { readonly base: string; readonly mayAuthor: boolean; readonly first: boolean };

function NewVersion({ base, mayAuthor, first }: NewVersionProps) {
  if (!mayAuthor) return <span className="sub">Policy authors write new versions</span>;
  return (
    <Link prefetch={false} className="btn" data-tone="primary" data-size="small" href={`${base}/new`}>
      {first ? "Write the first policy" : "New version"}
    </Link>
  );
}

type VersionProps = { readonly facts: PolicyFacts; readonly author: string | null; readonly base: string };

function Version({ facts, author, base }: VersionProps) {
  const { row, count, need } = facts;
  const required = Number(count.need);
  return (
    <tr>
      <th scope="row">
        <Link prefetch={false} className="hover:underline" href={`${base}/${row.id}`}>
          Policy {`${row.version}`}
        </Link>
        <span className="block text-2xs text-ink-3 font-mono font-normal">{row.id.slice(0, 10)}</span>
      </th>
      <td data-label="State">
        <PolicyBadge facts={facts} />
      </td>
      <td data-label="Approvals">
        <Pips signed={Math.min(count.owners.length, required)} required={required} />
        {row.version > 1n && <VerdictBadge verdict={need.verdict} />}
      </td>
      <td data-label="Author" className="text-ink-2">
        {author ?? `${row.author.slice(0, 6)}…${row.author.slice(-4)}`}
      </td>
      <td className="r text-ink-2" data-label="Written">
        <Age at={Number(row.createdAt)} />
      </td>
    </tr>
  );
}
