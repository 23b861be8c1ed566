"use client";
import { CopyButton } from "../../../components/CopyButton.tsx";
import { HashBlock } from "../../../components/HashBlock.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { useVerification } from "../verify/VerificationProvider.tsx";
import type { HashSource } from "./hashVerdict.ts";
import type { SignedProposal } from "./signPanelProps.ts";

type HashSectionProps = {
  readonly proposal: SignedProposal;
  readonly sources: readonly HashSource[];
  readonly upper: boolean;
  readonly asking: boolean;
};

/** The hash to compare, who says so, and its two parts as a hardware wallet shows them. */
export function HashSection({ proposal, sources, upper, asking }: HashSectionProps) {
  const verification = useVerification();
  const hashes = verification.kind === "done" ? verification.hashes : null;
  const own = hashes?.safeTxHash ?? proposal.safeTxHash;
  return (
    <>
      <div className="verify-row">
        {asking && (
          <p className="banner mb-2!" data-level="authored" role="status">
            <Icon name="wallet" />
            <b className="font-semibold">Your wallet is asking.</b> Compare this hash with its screen.
          </p>
        )}
        <HashLabel name="safeTxHash" value={own} />
        <div className="mt-1" data-testid="safe-tx-hash">
          <HashBlock value={own} size="large" upper={upper} />
        </div>
        <div className="sources">
          {sources.map((source) => (
            <SourceLine key={source.id} source={source} own={own} />
          ))}
        </div>
      </div>
      {hashes !== null && (
        <>
          <div className="verify-row">
            <HashLabel name="Domain hash" value={hashes.domainHash} />
            <HashBlock value={hashes.domainHash} size="small" upper={upper} />
          </div>
          <div className="verify-row">
            <HashLabel name="Message hash, as a Ledger shows it" value={hashes.messageHash} />
            <HashBlock value={hashes.messageHash} size="small" upper={upper} />
          </div>
        </>
      )}
    </>
  );
}

function HashLabel({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="label">
      <span>{name}</span>
      <CopyButton value={value} what={name} />
    </div>
  );
}

function SourceLine({ source, own }: { readonly source: HashSource; readonly own: string }) {
  const { id, label, value, unavailable } = source;
  return (
    <div className="contents" data-source={id}>
      <span>{label}</span>
      <span className="font-mono text-2xs text-ink-2">
        {value === null ? "" : `${value.slice(2, 6)} … ${value.slice(-4)}`}
      </span>
      <SourceState value={value} unavailable={unavailable} own={own} />
    </div>
  );
}

type StateProps = { readonly value: string | null; readonly unavailable: string; readonly own: string };

function SourceState({ value, unavailable, own }: StateProps) {
  if (value === null) {
    return (
      <span className="inline-flex items-center gap-1 text-unknown" title={unavailable}>
        <Icon name="unknown" size={14} />
        {unavailable === "" ? "asking" : "unavailable"}
      </span>
    );
  }
  return value === own ? (
    <span className="inline-flex items-center gap-1 text-ok">
      <Icon name="check" size={14} />
      same
    </span>
  ) : (
    <span className="inline-flex items-center gap-1 text-critical font-semibold">
      <Icon name="cross" size={14} />
      differs
    </span>
  );
}
