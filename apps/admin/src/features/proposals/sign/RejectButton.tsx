"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import type { SignedProposal } from "./signPanelProps.ts";

const RejectDialog = dynamic(() => import("./RejectDialog.tsx").then(({ RejectDialog }) => RejectDialog), {
  ssr: false,
});

type RejectButtonProps = { readonly proposal: SignedProposal; readonly allowed: boolean };

/** Opens the question whether the nonce is to be used up with an empty transaction. */
export function RejectButton({ proposal, allowed }: RejectButtonProps) {
  const [open, setOpen] = useState(false);
  const isRejection = proposal.kind === "rejection";
  return (
    <>
      <Button disabled={!allowed || isRejection} onClick={() => setOpen(true)}>
        Reject
      </Button>
      {open && <RejectDialog proposal={proposal} onClose={() => setOpen(false)} />}
    </>
  );
}
