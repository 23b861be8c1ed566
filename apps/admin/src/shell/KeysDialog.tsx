"use client";
import { Dialog } from "../components/Dialog.tsx";
import { SCREENS } from "./screens.ts";

/** The keys that there are. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Keys"
      consequence="No key signs, executes, rejects or approves."
    >
      <dl className="grid grid-cols-[6rem_1fr] gap-y-2">
        {SCREENS.map(({ key, label }) => (
          <div key={key} className="contents">
            <dt>
              <kbd>g</kbd> <kbd>{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>This list</dd>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>Close</dd>
      </dl>
    </Dialog>
  );
}
