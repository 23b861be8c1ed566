"use client";
import Link from "next/link";
import { Dialog } from "../components/Dialog.tsx";
import { accountSummary } from "./accountSummary.ts";
import type { AccountChoice } from "./loadAccountChoices.ts";

type AccountsDialogProps = {
  readonly choices: readonly AccountChoice[];
  readonly segment: string;
  /** Path of the open screen under an account: the choice keeps it. */
  readonly screen: string;
  readonly onClose: () => void;
};

/** Every account, with what tells it from the others. */
export function AccountsDialog({ choices, segment, screen, onClose }: AccountsDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Accounts"
      consequence="Every account has its own policy, queue and owners."
    >
      <ul className="flex flex-col gap-2">
        {choices.map((choice) => (
          <li key={choice.segment}>
            <Link
              href={`/${choice.segment}${screen}`}
              prefetch={false}
              aria-current={choice.segment === segment ? "true" : undefined}
              onClick={onClose}
              className="flex items-center gap-3 rounded-control border border-line-strong px-3 py-2 hover:bg-hover aria-[current]:bg-selected"
            >
              <span className="flex-1 min-w-0">
                <span className="block font-medium">{choice.name}</span>
                <span className="block text-2xs text-ink-3">
                  {choice.treasury}, {accountSummary(choice)}
                </span>
              </span>
              <span className="text-right whitespace-nowrap">{choice.value ?? "No data"}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
