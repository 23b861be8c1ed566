"use client";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";

type DialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The act, as a title. */
  readonly title: string;
  /** First sentence: the consequence. Second: what can't be undone. */
  readonly consequence: ReactNode;
  readonly children: ReactNode;
};

/** A dialog that traps focus and gives it back. */
export function Dialog({ open, onOpenChange, title, consequence, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content className="dialog">
          <div className="flex items-start gap-3 px-5 pt-4">
            <Radix.Title className="text-lg flex-1">{title}</Radix.Title>
            <Radix.Close className="icon-btn" aria-label="Close">
              <Icon name="cross" />
            </Radix.Close>
          </div>
          <Radix.Description asChild>
            <div className="px-5 pt-1 text-ink-2">{consequence}</div>
          </Radix.Description>
          <div className="px-5 py-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
