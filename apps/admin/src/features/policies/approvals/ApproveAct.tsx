"use client";
import { Button } from "../../../components/Button.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { utc } from "../../../format/time.ts";
import { useWallet } from "../../../wallet/useWallet.ts";
import type { ApprovalsPanelProps } from "./approvalsPanelProps.ts";
import { useApprove } from "./useApprove.ts";

/** The owner's act: one signature over this very version, with what follows from it. */
export function ApproveAct(props: ApprovalsPanelProps) {
  const { connection, chain } = useWallet();
  const { progress, approve } = useApprove(props);
  const off = offBecause(props, { wallet: connection, chainId: chain?.chainId ?? 0 });
  const busy = progress.kind === "asking" || progress.kind === "storing";
  return (
    <div className="panel-body grid gap-2 border-t border-line">
      {progress.kind === "refused" && (
        <p className="banner mb-0!" data-level="warning" role="alert">
          <Icon name="warning" />
          {progress.because}
        </p>
      )}
      {progress.kind === "asking" && (
        <p className="banner mb-0!" data-level="authored" role="status">
          <Icon name="wallet" />
          <b className="font-semibold">Your wallet is asking.</b> It signs the policy hash below.
        </p>
      )}
      <Button tone="primary" size="large" disabled={off !== null || busy} onClick={approve}>
        Approve policy {props.policy.version}
      </Button>
      <span className="text-xs text-ink-2">
        {off ??
          `You sign that policy ${props.policy.version} may take effect from ${utc(BigInt(props.notBefore ?? "0"))}. It moves nothing; it changes what the keeper may propose.`}
      </span>
    </div>
  );
}

type WalletFacts = {
  readonly wallet: { readonly address: string; readonly chainId: number } | null;
  readonly chainId: number;
};

/** Why the reader can't approve now; null when they can. */
function offBecause(
  { policy, reader, notBefore, chain }: ApprovalsPanelProps,
  { wallet, chainId }: WalletFacts,
): string | null {
  if (!policy.sound) return "The stored text is no sound policy, so approving it would serve nothing.";
  if (reader.address === null) return "Sign in with an owner's wallet to approve.";
  if (!reader.isOwner) return "Only owners of this account approve.";
  if (policy.approved.includes(reader.address)) return "You have approved it.";
  if (notBefore === null) return "No block is known yet, so there is no time to sign for.";
  if (wallet === null || wallet.address !== reader.address)
    return "Connect the wallet that you signed in with.";
  if (wallet.chainId !== chainId)
    return `Your wallet is on chain ${wallet.chainId}. This account is on ${chain.name}.`;
  return null;
}
