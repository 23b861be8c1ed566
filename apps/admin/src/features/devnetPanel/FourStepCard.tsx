import Link from "next/link";
import type { ReactNode } from "react";
import { Countdown } from "../../components/Countdown.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Panel } from "../../components/Panel.tsx";
import type { DevnetView } from "./devnetView.ts";
import type { FourSteps, StepState } from "./fourSteps.ts";
import { ScenarioButton } from "./ScenarioButton.tsx";

/** The way through a first visit. Each step ticks itself off when it has really happened. */
export function FourStepCard({ view }: { readonly view: DevnetView }) {
  const { steps } = view;
  return (
    <div className="devnet-frame mb-4">
      <Panel
        title="See it work"
        sub="Four steps, a few minutes"
        end={<span className="tag">Devnet only</span>}
      >
        <ol className="four">
          <Step number={1} state={steps.shift} title="Make a yield shift">
            <ShiftStep view={view} />
          </Step>
          <Step number={2} state={steps.proposal} title="The keeper proposes">
            <ProposalStep view={view} />
          </Step>
          <Step number={3} state={steps.first} title="Sign as owner 1">
            <FirstSignature view={view} />
          </Step>
          <Step number={4} state={steps.second} title="Sign as owner 2, execute">
            <SecondSignature view={view} />
          </Step>
        </ol>
      </Panel>
    </div>
  );
}

type StepProps = {
  readonly number: number;
  readonly state: StepState;
  readonly title: string;
  readonly children: ReactNode;
};

function Step({ number, state, title, children }: StepProps) {
  return (
    <li data-step={state} aria-current={state === "now" ? "step" : undefined}>
      <span className="mark">{state === "done" ? <Icon name="check" size={13} /> : number}</span>
      <div className="min-w-0">
        <b className="font-semibold">{title}</b>
        {state === "done" && <span className="sr-only">, done</span>}
        <div className="text-xs text-ink-2 mt-0.5 flex flex-col gap-2 items-start">{children}</div>
      </div>
    </li>
  );
}

function ShiftStep({ view: { steps, shiftError } }: { readonly view: DevnetView }) {
  if (steps.shift === "done") return <span>weETH now grows faster than wstETH.</span>;
  if (steps.waitsFor === "devnet") return <span role="status">The devnet is at it.</span>;
  return (
    <>
      <span>Makes weETH grow much faster than wstETH, on the local chain only.</span>
      {shiftError !== null && <span className="text-critical">The last try failed: {shiftError}</span>}
      <ScenarioButton name="yield-shift" tone="primary" disabled={false}>
        Run yield-shift
      </ScenarioButton>
    </>
  );
}

function ProposalStep({ view: { steps, proposal } }: { readonly view: DevnetView }) {
  if (proposal !== null) {
    return (
      <Link prefetch={false} className="link" href={proposal.href}>
        {proposal.title}
      </Link>
    );
  }
  if (steps.proposalDue === null)
    return <span>Within 60 s of the shift, once moving is worth its cost.</span>;
  return (
    <span role="status">
      The keeper measures the new yield.{" "}
      <b className="font-semibold text-ink">
        <Countdown until={steps.proposalDue} over="It takes longer than 60 s; the findings say why" />
      </b>
    </span>
  );
}

function FirstSignature({ view: { steps, proposal } }: { readonly view: DevnetView }) {
  if (steps.first === "done") return <span>One owner has signed.</span>;
  if (steps.first === "later" || proposal === null) return <span>Signing moves nothing by itself.</span>;
  return (
    <>
      <span>Choose Owner 1 in the bar, open the proposal, compare the hash, sign.</span>
      <OpenProposal href={proposal.href} />
    </>
  );
}

function SecondSignature({ view: { steps, proposal, executed } }: { readonly view: DevnetView }) {
  if (executed !== null) return <ExecutedStep steps={steps} block={executed.block} />;
  if (steps.second === "later" || proposal === null) return <span>Two of three owners must agree.</span>;
  return (
    <>
      <span>
        {steps.waitsFor === "execution"
          ? "Both have signed. Any owner can execute now."
          : "Switch to Owner 2 with one click, sign, then execute."}
      </span>
      <OpenProposal href={proposal.href} />
    </>
  );
}

function ExecutedStep({ steps, block }: { readonly steps: FourSteps; readonly block: string }) {
  return (
    <span role="status">
      Executed in block {block}.{" "}
      {steps.waitsFor === "hold"
        ? "The keeper looks again."
        : "The keeper looked again and holds. Findings say why."}
    </span>
  );
}

function OpenProposal({ href }: { readonly href: string }) {
  return (
    <Link prefetch={false} className="btn" data-tone="primary" data-size="small" href={href}>
      Open the proposal
    </Link>
  );
}
