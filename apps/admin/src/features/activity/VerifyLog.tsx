"use client";
import { useState, useTransition } from "react";
import { Button } from "../../components/Button.tsx";
import { LevelBadge } from "../../components/LevelBadge.tsx";
import { type LogVerdict, verifyLog } from "./verifyLog.ts";

/** Recomputes every hash of the log and says whether it holds together. */
export function VerifyLog() {
  const [pending, start] = useTransition();
  const [verdict, setVerdict] = useState<LogVerdict | null>(null);
  const check = () => start(async () => setVerdict(await verifyLog()));
  return (
    <span className="flex items-center gap-3 flex-wrap" role="status">
      {verdict !== null && (
        <span className="flex items-center gap-2 text-xs">
          <LevelBadge level={verdict.level} word={verdict.word} />
          <span className="max-w-[40ch]">{verdict.sentence}</span>
        </span>
      )}
      <Button size="small" disabled={pending} onClick={check}>
        {pending ? "Recomputing" : "Verify the log"}
      </Button>
    </span>
  );
}
