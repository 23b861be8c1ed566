import { HashBlock } from "../../../components/HashBlock.tsx";
import { Icon } from "../../../components/Icon.tsx";
import type { HashSource } from "./hashVerdict.ts";

/** Two sources name different hashes. There is nothing to click here but to stop. */
export function DiffersStop({ sources }: { readonly sources: readonly HashSource[] }) {
  return (
    <section
      className="panel border-2! border-critical-mark! bg-critical-soft!"
      role="alert"
      aria-label="Stop"
      data-testid="hash-differs"
      data-order={4}
      id="verify"
    >
      <div className="p-5">
        <h2 className="text-lg flex items-center gap-2 text-critical">
          <Icon name="critical" size={20} />
          Stop. The hashes differ
        </h2>
        <p className="mt-2">
          Not every source means the same transaction. Do not sign it here or anywhere else. Keep this page,
          tell the other owners, and check the keeper and this admin's host before anything is signed.
        </p>
        <dl className="mt-4 grid gap-4">
          {sources.map(({ id, label, value }) => (
            <div key={id}>
              <dt className="text-xs font-medium">{label}</dt>
              <dd>{value !== null && <HashBlock value={value} />}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
