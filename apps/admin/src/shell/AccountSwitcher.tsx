"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Dialog } from "../components/Dialog.tsx";
import { Icon } from "../components/Icon.tsx";
import { Mark } from "../components/Mark.tsx";
import type { AccountChoice } from "./loadAccountChoices.ts";
import { screenOf } from "./screenOf.ts";

type AccountSwitcherProps = {
  readonly choices: readonly AccountChoice[];
  readonly segment: string;
  /** Only the mark, for the bar of a phone. */
  readonly compact?: boolean;
};

/** Name, address and k of t of the open account; a click lists the others. Keeps the screen you were on. */
export function AccountSwitcher({ choices, segment, compact = false }: AccountSwitcherProps) {
  const [open, setOpen] = useState(false);
  const screen = screenOf(usePathname(), `/${segment}`);
  const here = choices.find((choice) => choice.segment === segment);
  return (
    <>
      {compact ? (
        <button
          type="button"
          className="flex items-center gap-0.5"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <Mark />
          <Icon name="down" size={14} />
          <span className="sr-only">Account {here?.name}, change</span>
        </button>
      ) : (
        <button
          type="button"
          className="acct"
          aria-haspopup="dialog"
          title={here?.name}
          onClick={() => setOpen(true)}
        >
          <span className="grow min-w-0">
            <span className="block font-semibold truncate">{here?.name}</span>
            <span className="block text-2xs text-ink-3 whitespace-nowrap">{here && summary(here)}</span>
          </span>
          <Icon name="down" size={14} />
        </button>
      )}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Accounts"
        consequence="Every account has its own policy, queue and owners."
      >
        <ul className="flex flex-col gap-2">
          {choices.map((choice) => (
            <li key={choice.segment}>
              <Link
                href={`/${choice.segment}${screen?.path ?? ""}`}
                aria-current={choice.segment === segment ? "true" : undefined}
                onClick={() => setOpen(false)}
                className="flex items-center gap-3 rounded-control border border-line-strong px-3 py-2 hover:bg-hover aria-[current]:bg-selected"
              >
                <span className="flex-1 min-w-0">
                  <span className="block font-medium">{choice.name}</span>
                  <span className="block text-2xs text-ink-3">
                    {choice.treasury}, {summary(choice)}
                  </span>
                </span>
                <span className="text-right whitespace-nowrap">{choice.value ?? "No data"}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function summary({ address, threshold }: AccountChoice): string {
  const short = `${address.slice(0, 6)}…${address.slice(-4)}`;
  return threshold === null ? short : `${short}, ${threshold}`;
}
