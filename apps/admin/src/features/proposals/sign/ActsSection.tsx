"use client";
import { Button } from "../../../components/Button.tsx";
import { CopyButton } from "../../../components/CopyButton.tsx";
import { Icon } from "../../../components/Icon.tsx";
import type { Act } from "./acts.ts";
import { FixButton } from "./FixButton.tsx";
import { RejectButton } from "./RejectButton.tsx";
import type { SignPanelProps } from "./signPanelProps.ts";
import type { Progress, useActs } from "./useActs.ts";

type ActsSectionProps = SignPanelProps & {
  readonly acts: ReturnType<typeof useActs>;
  readonly signing: Act;
  readonly executing: Act;
  /** The transaction may still consume its nonce. */
  readonly live: boolean;
};

/** The next safe act with its consequence; the others with the reason why they are off. */
export function ActsSection({ proposal, reader, acts, signing, executing, live }: ActsSectionProps) {
  const { progress } = acts;
  if (!live) return <Over act={signing} />;
  const busy = progress.kind === "asking" || progress.kind === "posting" || progress.kind === "sent";
  const signed = proposal.signatures.length;
  const executeFirst = signed >= proposal.threshold;
  const more = proposal.threshold - signed - 1;
  return (
    <div className="panel-body grid gap-2">
      <ProgressLine progress={progress} onRetry={acts.post} />
      {executeFirst ? (
        <Button tone="primary" size="large" disabled={!executing.can || busy} onClick={acts.execute}>
          Execute with wallet
        </Button>
      ) : (
        <Button tone="primary" size="large" disabled={!signing.can || busy} onClick={acts.sign}>
          Sign with wallet
        </Button>
      )}
      <Consequence
        act={executeFirst ? executing : signing}
        text={executeFirst ? EXECUTE_TEXT : signText(more)}
      />
      {!busy && <FixButton act={executeFirst ? executing : signing} />}
      <div className="grid grid-cols-2 gap-2">
        {executeFirst ? (
          <Button disabled={!signing.can || busy} onClick={acts.sign}>
            Sign
          </Button>
        ) : (
          <Button disabled={!executing.can || busy} onClick={acts.execute}>
            Execute
          </Button>
        )}
        <RejectButton proposal={proposal} allowed={reader.isOwner || reader.mayOperate} />
      </div>
      <OtherReason name={executeFirst ? "Sign" : "Execute"} act={executeFirst ? signing : executing} />
    </div>
  );
}

const EXECUTE_TEXT =
  "Executing runs the batch now, all of it or nothing. You pay the gas; the treasury's assets stay in the Safe.";

function signText(more: number): string {
  const others =
    more <= 0
      ? "any owner can execute then"
      : `${more} more ${more === 1 ? "owner" : "owners"} must sign, then any owner can execute`;
  return `Your wallet asks next, and these hashes stay on screen beside it. Signing moves nothing by itself: ${others}.`;
}

function Consequence({ act, text }: { readonly act: Act; readonly text: string }) {
  return <span className="text-xs text-ink-2">{act.can ? text : act.because}</span>;
}

function OtherReason({ name, act }: { readonly name: string; readonly act: Act }) {
  if (act.can) return null;
  return (
    <span className="text-xs text-ink-2">
      <b className="font-medium">{name}:</b> {act.because}
    </span>
  );
}

function Over({ act }: { readonly act: Act }) {
  return <p className="panel-body text-ink-2">{act.can ? "" : act.because} There is nothing to sign.</p>;
}

type ProgressLineProps = { readonly progress: Progress; readonly onRetry: (signature: string) => void };

function ProgressLine({ progress, onRetry }: ProgressLineProps) {
  switch (progress.kind) {
    case "refused":
      return (
        <p className="banner mb-0!" data-level="warning" role="alert">
          <Icon name="warning" />
          {progress.because}
        </p>
      );
    case "unposted":
      return (
        <div className="banner mb-0! flex-wrap" data-level="warning" role="alert">
          <Icon name="warning" />
          <span className="flex-1 min-w-[12rem]">
            Signed, but not stored. {progress.because} Your signature is kept here.
          </span>
          <Button size="small" onClick={() => onRetry(progress.signature)}>
            Try again
          </Button>
          <CopyButton value={progress.signature} what="signature" />
        </div>
      );
    case "posting":
      return <p role="status">Storing your signature.</p>;
    case "sent":
      return (
        <p className="break-all" role="status">
          Sent as <span className="font-mono text-xs">{progress.hash}</span>. Waiting for a block.
        </p>
      );
    case "mined":
      return (
        <p className="banner mb-0!" data-level="ok" role="status">
          <Icon name="ok" />
          Executed in block {progress.block}. The keeper records it next.
        </p>
      );
    default:
      return null;
  }
}
