"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "../components/Icon.tsx";
import { screenOf } from "./screenOf.ts";
import { SCREENS } from "./screens.ts";

type NavProps = {
  /** `/31337-0x…` */
  readonly base: string;
  /** Proposals and policies that wait for the reader, by screen label. */
  readonly waiting: Readonly<Record<string, number>>;
};

/** The screens, as a column at the left; `gap` before what is looked up rather than watched. */
export function Nav({ base, waiting }: NavProps) {
  const here = screenOf(usePathname(), base);
  return (
    <ul>
      {SCREENS.map((screen) => (
        <li key={screen.label} className={screen.label === "Activity" ? "gap" : undefined}>
          {/* Each redraw would fetch every screen again ahead of time: more work for the server than the page itself. */}
          <Link
            href={`${base}${screen.path}`}
            prefetch={false}
            aria-current={here === screen ? "page" : undefined}
          >
            <Icon name={screen.icon} />
            <span className="label">{screen.label}</span>
            <WaitingCount count={waiting[screen.label] ?? 0} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function WaitingCount({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className="count">
      {count}
      <span className="sr-only"> for you</span>
    </span>
  );
}
