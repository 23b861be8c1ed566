import type { ReactNode } from "react";

/** One sentence and the next step, where there is nothing to list. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="panel-body text-ink-2 max-w-[78ch]">{children}</div>;
}
