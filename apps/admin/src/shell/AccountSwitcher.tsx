"use client";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Icon } from "../components/Icon.tsx";
import { Mark } from "../components/Mark.tsx";
import { accountSummary } from "./accountSummary.ts";
import type { AccountChoice } from "./loadAccountChoices.ts";
import { screenOf } from "./screenOf.ts";

const AccountsDialog = dynamic(
  () => import("./AccountsDialog.tsx").then(({ AccountsDialog }) => AccountsDialog),
  {
    ssr: false,
  },
);

type AccountSwitcherProps = {
  readonly choices: readonly AccountChoice[];
  readonly segment: string;
  /** Only the mark, for the bar of a phone. */
  readonly compact?: boolean;
};

/** Name, address and k of t of the open account; a click lists the others. Keeps the screen you were on. */
export function AccountSwitcher({ choices, segment, compact = false }: AccountSwitcherProps) {
  const [open, setOpen] = useState(false);
  const screen = screenOf(usePathname(), `/${segment}`)?.path ?? "";
  const here = choices.find((choice) => choice.segment === segment);
  return (
    <>
      <button
        type="button"
        className={compact ? "flex items-center gap-0.5" : "acct"}
        aria-haspopup="dialog"
        title={here?.name}
        onClick={() => setOpen(true)}
      >
        {compact ? <CompactFace name={here?.name} /> : <Face here={here} />}
        <Icon name="down" size={14} />
      </button>
      {open && (
        <AccountsDialog choices={choices} segment={segment} screen={screen} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function CompactFace({ name }: { readonly name: string | undefined }) {
  return (
    <>
      <Mark />
      <span className="sr-only">Account {name}, change</span>
    </>
  );
}

function Face({ here }: { readonly here: AccountChoice | undefined }) {
  return (
    <span className="grow min-w-0">
      <span className="block font-semibold truncate">{here?.name}</span>
      <span className="block text-2xs text-ink-3 whitespace-nowrap">{here && accountSummary(here)}</span>
    </span>
  );
}
