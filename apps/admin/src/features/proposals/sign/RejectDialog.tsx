"use client";
import { useState, useTransition } from "react";
import { Button } from "../../../components/Button.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { requestRejection } from "../requestRejection.ts";
import type { SignedProposal } from "./signPanelProps.ts";

type RejectDialogProps = { readonly proposal: SignedProposal; readonly onClose: () => void };

/** Asks for the nonce to be typed: what is rejected on chain can never run. */
export function RejectDialog({ proposal, onClose }: RejectDialogProps) {
  const { nonce } = proposal.transaction;
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const reject = () =>
    start(async () => {
      const answer = await requestRejection(proposal.safeTxHash);
      if (answer.ok) onClose();
      else setRefused(answer.because);
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Reject ${nonce} on chain`}
      consequence={`This asks the keeper to queue an empty transaction with nonce ${nonce}. Once the owners sign and execute it, this proposal can never run. Signatures that were already given stay valid until then.`}
    >
      <label className="block">
        <span className="text-xs font-medium">Type the nonce, {nonce}</span>
        <span className="field mt-1 w-40">
          <input
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
          />
        </span>
      </label>
      {refused !== null && (
        <p className="mt-2 text-critical" role="alert">
          {refused}
        </p>
      )}
      <div className="mt-4 flex justify-end gap-2">
        <Button autoFocus onClick={onClose}>
          Cancel
        </Button>
        <Button tone="critical" disabled={typed.trim() !== nonce || pending} onClick={reject}>
          Reject {nonce} on chain
        </Button>
      </div>
    </Dialog>
  );
}
