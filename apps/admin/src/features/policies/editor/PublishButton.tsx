"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "../../../components/Button.tsx";
import { publishPolicy } from "./publishPolicy.ts";

type PublishButtonProps = {
  readonly segment: string;
  /** null while the draft can't be read. */
  readonly yaml: string | null;
};

/** Stores the version and leads to its approvals. Publishing alone puts nothing in force. */
export function PublishButton({ segment, yaml }: PublishButtonProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [refused, setRefused] = useState<string | null>(null);
  const publish = () =>
    start(async () => {
      if (yaml === null) return;
      const answer = await publishPolicy({ segment, yaml });
      if (answer.ok) router.push(`/${segment}/policies/${answer.policyId}`);
      else setRefused(answer.because);
    });
  return (
    <div className="flex flex-col items-end gap-1">
      <Button tone="primary" disabled={yaml === null || pending} onClick={publish}>
        Request approvals
      </Button>
      {refused !== null && (
        <span className="text-xs text-critical max-w-[40ch] text-right" role="alert">
          {refused}
        </span>
      )}
    </div>
  );
}
