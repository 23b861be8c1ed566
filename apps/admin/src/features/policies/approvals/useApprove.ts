"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWallet } from "../../../wallet/useWallet.ts";
import { WalletError } from "../../../wallet/WalletError.ts";
import { withSafeV } from "../../proposals/sign/signTransaction.ts";
import { approvalJson } from "./approvalJson.ts";
import type { ApprovalsPanelProps } from "./approvalsPanelProps.ts";
import { submitApproval } from "./submitApproval.ts";

export type ApproveProgress =
  | { readonly kind: "idle" | "asking" | "storing" }
  | { readonly kind: "refused"; readonly because: string };

/** Asks the wallet for the approval and stores it; the server recovers it before it counts. */
export function useApprove({ policy, notBefore, reader, chain }: ApprovalsPanelProps) {
  const { engine } = useWallet();
  const router = useRouter();
  const [progress, setProgress] = useState<ApproveProgress>({ kind: "idle" });
  const approve = async () => {
    setProgress({ kind: "asking" });
    try {
      const json = approvalJson({ ...policy, notBefore: notBefore ?? "0", chainId: chain.chainId });
      const signature = withSafeV(
        String(await (await engine()).request("eth_signTypedData_v4", [reader.address, json])),
      );
      setProgress({ kind: "storing" });
      const stored = await submitApproval({ policyId: policy.id, notBefore: notBefore ?? "0", signature });
      setProgress(stored.ok ? { kind: "idle" } : { kind: "refused", because: stored.because });
      if (stored.ok) router.refresh();
    } catch (error) {
      if (!(error instanceof WalletError)) throw error;
      setProgress({ kind: "refused", because: `Not approved. ${error.message}` });
    }
  };
  return { progress, approve };
}
