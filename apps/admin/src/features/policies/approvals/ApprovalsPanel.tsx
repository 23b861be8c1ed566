"use client";
import { Countdown } from "../../../components/Countdown.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Panel } from "../../../components/Panel.tsx";
import { Pips } from "../../../components/Pips.tsx";
import { ApproveAct } from "./ApproveAct.tsx";
import type { ApprovalsPanelProps } from "./approvalsPanelProps.ts";

/** Who approved, how many must, and when it takes effect. */
export function ApprovalsPanel(props: ApprovalsPanelProps) {
  const { policy, owners, threshold, reader } = props;
  const { approved, required } = policy;
  const yours = reader.isOwner && !policy.approved.includes(reader.address ?? "");
  return (
    <Panel
      title="Approvals"
      sub={<Pips signed={Math.min(approved.length, required)} required={required} yourTurn={yours} />}
      end={
        <span className="sub">
          {owners.length} owners, threshold {threshold}
        </span>
      }
      order={1}
    >
      <p className="panel-body text-xs text-ink-2 border-b border-line">
        <Standing {...props} />
      </p>
      <ul className="rows">
        {owners.map(({ address, shown, name }) => (
          <li
            key={address}
            className="signer"
            data-you={address === reader.address && yours ? "" : undefined}
          >
            <span className="avatar" aria-hidden="true">
              {name === null ? shown.slice(2, 4) : name.slice(0, 1) + name.slice(-1)}
            </span>
            <span>
              <b className="font-medium">{name ?? "Owner"}</b>{" "}
              {address === reader.address && <span className="text-ink-3">you</span>}
              <small className="block text-2xs text-ink-3 font-mono">
                {shown.slice(0, 6)}…{shown.slice(-4)}
              </small>
            </span>
            {policy.approved.includes(address) ? (
              <span className="text-authored inline-flex items-center gap-1 text-xs font-semibold">
                <Icon name="check" size={14} />
                Approved
              </span>
            ) : (
              <span className="text-xs text-ink-3">Not yet</span>
            )}
          </li>
        ))}
      </ul>
      {policy.standing === "waiting" && <ApproveAct {...props} />}
    </Panel>
  );
}

function Standing({ policy }: ApprovalsPanelProps) {
  if (policy.standing === "in-force") return <>The keeper judges by this version.</>;
  if (policy.standing === "earlier") return <>A later version replaced it.</>;
  if (!policy.isEnough) return <Asked policy={policy} />;
  return (
    <>
      Enough owners have signed. It takes effect in{" "}
      <b className="font-semibold text-ink">
        <Countdown until={policy.effectiveAt ?? 0} over="the next evaluation" />
      </b>
      , counted by each keeper from when it saw the approvals.
    </>
  );
}

function Asked({ policy }: Pick<ApprovalsPanelProps, "policy">) {
  const { by, verdict, isFirst, required, approved } = policy;
  if (by === "one-owner") {
    return (
      <>
        <b className="font-semibold text-ink">One owner must sign.</b> It{" "}
        {verdict === "tighter" ? "only tightens" : "changes no limit of"} the version that it replaces, so any
        owner is enough, its author too, and it takes effect at once.
      </>
    );
  }
  const more = Math.max(0, required - approved.length);
  return (
    <>
      <b className="font-semibold text-ink">
        {required} owners must sign, {more === 0 ? "one beside the author" : `${more} more`}.
      </b>{" "}
      {isFirst
        ? "A first policy needs the Safe's threshold and takes effect at once."
        : "It loosens the version that it replaces, so it needs the Safe's threshold and then waits that version's delay."}{" "}
      The author alone is never enough.
    </>
  );
}
