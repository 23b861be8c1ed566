"use client";
import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { Panel } from "../../../components/Panel.tsx";
import { useNow } from "../../../live/useNow.ts";
import { useWallet } from "../../../wallet/useWallet.ts";
import { isOpen } from "../proposalStatus.ts";
import { unreadableBecause } from "../verify/unreadableBecause.ts";
import { useVerification } from "../verify/VerificationProvider.tsx";
import { ActsSection } from "./ActsSection.tsx";
import { type ActFacts, executeAct, signAct } from "./acts.ts";
import { DiffersStop } from "./DiffersStop.tsx";
import { HashSection } from "./HashSection.tsx";
import { hashVerdict } from "./hashVerdict.ts";
import { OfflineConfirm } from "./OfflineConfirm.tsx";
import { StickyAct } from "./StickyAct.tsx";
import type { SignPanelProps } from "./signPanelProps.ts";
import { useActs } from "./useActs.ts";
import { useHashSources } from "./useHashSources.ts";
import { VerdictBox } from "./VerdictBox.tsx";

/** Verify first, then sign: the verdict on the hash, its sources, the act and its consequence. */
export function SignPanel(props: SignPanelProps) {
  const { proposal, reader, chain } = props;
  const [upper, setUpper] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const verification = useVerification();
  const sources = useHashSources(proposal);
  const verdict = hashVerdict(sources);
  const { connection } = useWallet();
  const now = useNow();
  const acts = useActs(props);
  if (verdict.kind === "differs") return <DiffersStop sources={verdict.sources} />;
  const facts: ActFacts = {
    state: proposal.state,
    nonce: proposal.transaction.nonce,
    chainNonce: proposal.chainNonce,
    signed: proposal.signatures.map(({ owner }) => owner),
    threshold: proposal.threshold,
    session: reader.address,
    isOwner: reader.isOwner,
    wallet: connection,
    chain,
    verdict: verdict.kind,
    confirmed,
    unreadable: unreadableBecause(verification),
    left: proposal.deadline === null ? null : proposal.deadline - now,
  };
  const signing = signAct(facts);
  const live = isOpen(proposal.state);
  return (
    <Panel
      title="Verify and sign"
      id="verify"
      order={4}
      end={
        <Button tone="quiet" size="small" aria-pressed={upper} onClick={() => setUpper(!upper)}>
          Uppercase
        </Button>
      }
    >
      <VerdictBox verdict={verdict} unreadable={facts.unreadable} />
      <HashSection
        proposal={proposal}
        sources={sources}
        upper={upper}
        asking={acts.progress.kind === "asking"}
      />
      {live && verdict.kind === "unconfirmed" && (
        <OfflineConfirm
          hash={verdict.hash}
          missing={verdict.missing}
          confirmed={confirmed}
          onConfirm={setConfirmed}
        />
      )}
      <ActsSection {...props} acts={acts} signing={signing} executing={executeAct(facts)} live={live} />
      {live && <StickyAct proposal={proposal} can={signing.can} />}
    </Panel>
  );
}
