"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "../components/Icon.tsx";
import { screenOf } from "./screenOf.ts";
import { SCREENS } from "./screens.ts";

type TabsProps = { readonly base: string; readonly waiting: Readonly<Record<string, number>> };

/** The same screens at the foot of a phone. */
export function Tabs({ base, waiting }: TabsProps) {
  const here = screenOf(usePathname(), base);
  return (
    <nav className="tabs" aria-label="Screens">
      {SCREENS.map((screen) => (
        <Link
          key={screen.label}
          href={`${base}${screen.path}`}
          prefetch={false}
          aria-current={here === screen ? "page" : undefined}
        >
          <Icon name={screen.icon} size={20} />
          {screen.label}
          {(waiting[screen.label] ?? 0) > 0 && <span className="count">{waiting[screen.label]}</span>}
        </Link>
      ))}
    </nav>
  );
}
