"use client";
import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Panel } from "../../../components/Panel.tsx";
import { SkeletonRows } from "../../../components/SkeletonRows.tsx";
import { useVerification } from "../verify/VerificationProvider.tsx";
import type { Verification } from "../verify/verification.ts";
import { StepRow } from "./StepRow.tsx";
import type { StepNames } from "./stepNames.ts";
import { stepOf } from "./stepOf.ts";

type StepsPanelProps = { readonly names: StepNames; readonly account: string };

/** The batch, decoded in this browser by code that shares nothing with the builder. */
export function StepsPanel({ names, account }: StepsPanelProps) {
  const verification = useVerification();
  const [open, setOpen] = useState(false);
  const count =
    verification.kind === "done" && verification.calls.kind === "batch"
      ? verification.calls.calls.length
      : null;
  return (
    <Panel
      title="What it does"
      sub={count === null ? "Decoded in this browser" : `${count} calls, decoded in this browser`}
      end={
        count !== null && (
          <Button tone="quiet" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Collapse all" : "Expand all"}
          </Button>
        )
      }
      order={2}
      foot={<StepsFoot verification={verification} />}
    >
      <StepsBody verification={verification} names={names} account={account} open={open} />
    </Panel>
  );
}

type BodyProps = StepsPanelProps & { readonly verification: Verification; readonly open: boolean };

function StepsBody({ verification, names, account, open }: BodyProps) {
  if (verification.kind === "checking") return <SkeletonRows rows={5} />;
  if (verification.kind === "failed") return <Unreadable because={verification.because} />;
  const { calls } = verification;
  if (calls.kind === "unreadable") return <Unreadable because={calls.because} />;
  if (calls.kind === "rejection") {
    return (
      <Empty>
        Nothing moves. The transaction is empty and goes to the Safe itself; executing it uses up the nonce.
      </Empty>
    );
  }
  const steps = calls.calls.map((call, at) => ({ at, step: stepOf(call, { names, account }) }));
  return (
    <ol className="steps">
      {steps.map(({ at, step }) => (
        <StepRow key={at} number={at + 1} step={step} names={names} forced={open} />
      ))}
    </ol>
  );
}

function Unreadable({ because }: { readonly because: string }) {
  return (
    <div className="verdict" data-level="critical" role="alert">
      <Icon name="critical" />
      <div>
        <b className="font-semibold">This can't be read</b>
        <p>{because} Do not sign what nobody can read.</p>
      </div>
    </div>
  );
}

function StepsFoot({ verification }: { readonly verification: Verification }) {
  if (verification.kind !== "done" || verification.calls.kind !== "batch") return undefined;
  const unknown = verification.calls.calls.filter(({ meaning }) => meaning.kind === "unknown").length;
  const bytes = verification.calls.calls.reduce((sum, { data }) => sum + (data.length - 2) / 2, 0);
  return (
    <>
      <span>
        {unknown === 0 ? "Every call can be read to its last byte" : `${unknown} calls can't be read`}
      </span>
      <span className="asof ml-auto">Decoded from {bytes} bytes of calldata</span>
    </>
  );
}
