import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "../components/Wordmark.tsx";
import { Heartbeat } from "../features/heartbeat/Heartbeat.tsx";
import { KeeperBanner } from "../features/heartbeat/KeeperBanner.tsx";
import { loadHeartbeat } from "../features/heartbeat/loadHeartbeat.ts";
import { IncidentBanner } from "../features/incidents/IncidentBanner.tsx";
import { loadSessionView } from "../features/session/loadSessionView.ts";
import { SessionControl } from "../features/session/SessionControl.tsx";
import { LiveUpdates } from "../live/LiveUpdates.tsx";
import { chainFacts } from "../queries/chainFacts.ts";
import { AccountSwitcher } from "./AccountSwitcher.tsx";
import { Crumb } from "./Crumb.tsx";
import { EnvironmentBadge } from "./EnvironmentBadge.tsx";
import { loadAccountChoices } from "./loadAccountChoices.ts";
import { loadWaiting } from "./loadWaiting.ts";
import { Nav } from "./Nav.tsx";
import { PhonePulse } from "./PhonePulse.tsx";
import { Shortcuts } from "./Shortcuts.tsx";
import { Tabs } from "./Tabs.tsx";
import { ThemeButton } from "./ThemeButton.tsx";

type ConsoleProps = { readonly segment: string; readonly children: ReactNode };

/** Nav, bar and what every screen of an account shares. */
export async function Console({ segment, children }: ConsoleProps) {
  const [choices, waiting, heartbeat, session, chain] = await Promise.all([
    loadAccountChoices(),
    loadWaiting(segment),
    loadHeartbeat(segment),
    loadSessionView(segment),
    chainFacts(),
  ]);
  const base = `/${segment}`;
  return (
    <div className="app">
      <a className="skip" href="#content">
        Skip to content
      </a>
      <nav className="nav" aria-label="Main">
        <Link className="brand" href={base} prefetch={false}>
          <Wordmark />
        </Link>
        <AccountSwitcher choices={choices} segment={segment} />
        <Nav base={base} waiting={waiting} />
        <Heartbeat view={heartbeat} />
      </nav>
      <div className="main">
        <header className="bar">
          <span className="rail:hidden">
            <AccountSwitcher choices={choices} segment={segment} compact />
          </span>
          <Crumb base={base} />
          <EnvironmentBadge badge={chain?.badge ?? ""} devnet={chain?.devnet != null} />
          <span className="rail:hidden">
            <PhonePulse view={heartbeat} />
          </span>
          <ThemeButton />
          <SessionControl session={session} />
        </header>
        <main className="page" id="content" tabIndex={-1}>
          <LiveUpdates />
          <KeeperBanner view={heartbeat} />
          <IncidentBanner segment={segment} />
          {children}
        </main>
      </div>
      <Tabs base={base} waiting={waiting} />
      <Shortcuts base={base} />
    </div>
  );
}
