import { Icon } from "../../../components/Icon.tsx";
import type { HashVerdict } from "./hashVerdict.ts";

type Shown = Exclude<HashVerdict, { kind: "differs" }>;

type VerdictBoxProps = { readonly verdict: Shown; readonly unreadable: string | null };

/** The verdict on the hash in one sentence, and what to do with it. */
export function VerdictBox({ verdict, unreadable }: VerdictBoxProps) {
  if (verdict.kind !== "checking" && unreadable !== null) {
    return <Box level="critical" title="This does not check out" text={`${unreadable} Do not sign it.`} />;
  }
  switch (verdict.kind) {
    case "checking":
      return <Box level="unknown" title="Comparing the hashes" text="Each source is asked for itself." />;
    case "agree":
      return (
        <Box
          level="ok"
          title="All sources agree on the hash"
          text="When your wallet asks, compare it with the hash on the wallet's own screen. If one character differs, reject it there."
        />
      );
    case "unconfirmed":
      return (
        <Box
          level="unknown"
          title="No source differs, but one is unavailable"
          text={verdict.missing.map(({ label, unavailable }) => `${label}: ${unavailable}`).join(". ")}
        />
      );
  }
}

const ICONS = { ok: "ok", unknown: "unknown", critical: "critical" } as const;

type BoxProps = { readonly level: keyof typeof ICONS; readonly title: string; readonly text: string };

function Box({ level, title, text }: BoxProps) {
  return (
    <div className="verdict" data-level={level} role="status" data-testid="hash-verdict">
      <Icon name={ICONS[level]} />
      <div className="min-w-0">
        <b className="font-semibold">{title}</b>
        <p>{text}</p>
      </div>
    </div>
  );
}
