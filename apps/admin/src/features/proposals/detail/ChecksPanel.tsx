"use client";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { LevelBadge } from "../../../components/LevelBadge.tsx";
import { Panel } from "../../../components/Panel.tsx";
import { SkeletonRows } from "../../../components/SkeletonRows.tsx";
import { useVerification } from "../verify/VerificationProvider.tsx";

/** Every check of the signed bundle, made in this browser by separate code. */
export function ChecksPanel() {
  const verification = useVerification();
  if (verification.kind === "checking") {
    return (
      <Panel title="Checks" order={5}>
        <SkeletonRows rows={4} />
      </Panel>
    );
  }
  if (verification.kind === "failed" || verification.bundle === null) {
    const because = verification.kind === "failed" ? verification.because : null;
    return (
      <Panel title="Checks" end={<LevelBadge level="unknown" />} order={5}>
        <Empty>
          {because ??
            "There is no signed bundle: the keeper did not propose this, so nothing vouches for it."}
        </Empty>
      </Panel>
    );
  }
  const { checks, assumptions } = verification.bundle;
  const failed = checks.filter(({ ok }) => !ok);
  return (
    <Panel
      title="Checks"
      sub="The keeper's signed bundle, checked in this browser"
      end={
        <>
          <LevelBadge level="ok" word={`${checks.length - failed.length} pass`} />
          {failed.length > 0 && <LevelBadge level="critical" word={`${failed.length} fail`} />}
        </>
      }
      order={5}
      foot={<Assumptions lines={assumptions} />}
    >
      <ul className="checks">
        {[...failed, ...checks.filter(({ ok }) => ok)].map(({ id, title, ok, detail }) => (
          <li key={id}>
            <span className={ok ? "text-ok mt-0.5" : "text-critical mt-0.5"}>
              <Icon name={ok ? "ok" : "critical"} size={14} />
              <span className="sr-only">{ok ? "passes" : "fails"}</span>
            </span>
            <span>{title}</span>
            <small className="break-words min-w-0">{detail}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Assumptions({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <span>Every address is on the verifier's own list</span>;
  return (
    <details>
      <summary className="cursor-pointer">
        Relies on {lines.length} addresses that only the bundle vouches for
      </summary>
      <ul className="mt-1">
        {lines.map((line) => (
          <li key={line} className="break-all">
            {line}
          </li>
        ))}
      </ul>
    </details>
  );
}
