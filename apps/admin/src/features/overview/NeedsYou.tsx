import Link from "next/link";
import { Countdown } from "../../components/Countdown.tsx";
import { Empty } from "../../components/Empty.tsx";
import { Icon, type IconName } from "../../components/Icon.tsx";
import { Panel } from "../../components/Panel.tsx";
import { Pips } from "../../components/Pips.tsx";
import type { NeedView } from "./loadNeeds.ts";

type NeedsYouProps = { readonly needs: readonly NeedView[]; readonly signedIn: boolean };

const ICONS: Readonly<Record<NeedView["kind"], IconName>> = {
  sign: "proposals",
  execute: "check",
  policy: "policies",
};

/** What waits for the signed-in person, with the next act first. */
export function NeedsYou({ needs, signedIn }: NeedsYouProps) {
  return (
    <Panel
      title="Needs you"
      sub={needs.length > 0 ? <span className="count inline-block">{needs.length}</span> : undefined}
      order={2}
    >
      {needs.length === 0 ? (
        <Empty>{signedIn ? "Nothing waits for you." : "Sign in to see what waits for you."}</Empty>
      ) : (
        <ul className="rows">
          {needs.map((need, at) => (
            <Need key={need.href} need={need} primary={at === 0} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Need({ need, primary }: { readonly need: NeedView; readonly primary: boolean }) {
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2.5 items-center">
      <span className="text-authored self-start mt-0.5">
        <Icon name={ICONS[need.kind]} />
      </span>
      <div className="min-w-0">
        <b className="font-semibold">{need.title}</b>
        <p className="text-xs text-ink-2">{need.sentence}</p>
        {need.pips !== null && (
          <p className="mt-1.5 flex items-center gap-2 flex-wrap text-xs">
            <Pips {...need.pips} yourTurn={need.kind === "sign"} />
            <span className="text-ink-3">
              {need.deadline === null ? (
                "No deadline"
              ) : (
                <Countdown until={need.deadline} over="The deadline has passed" />
              )}
            </span>
          </p>
        )}
      </div>
      <Link prefetch={false} className="btn" data-tone={primary ? "primary" : "plain"} href={need.href}>
        {need.kind === "policy" ? "Review" : need.kind === "sign" ? "Review" : "Open"}
      </Link>
    </li>
  );
}
