import { ScenarioButton } from "./ScenarioButton.tsx";
import type { ScenarioName } from "./scenarios.ts";

type ScenarioGroupProps = {
  readonly title: string;
  readonly scenarios: readonly { readonly name: ScenarioName; readonly does: string }[];
  readonly busy: boolean;
};

/** Scenarios of one kind, each with what it does and a button that runs it. */
export function ScenarioGroup({ title, scenarios, busy }: ScenarioGroupProps) {
  return (
    <section aria-label={title}>
      <h3 className="px-4 pt-3 pb-1 text-2xs text-ink-3 font-medium">{title}</h3>
      <ul className="rows" data-dense="">
        {scenarios.map(({ name, does }) => (
          <li key={name} className="flex items-center gap-3">
            <span className="flex-1 min-w-0">
              <b className="block font-medium">{name}</b>
              <span className="block text-xs text-ink-2">{does}</span>
            </span>
            <ScenarioButton name={name} tone="plain" disabled={busy}>
              Run<span className="sr-only"> {name}</span>
            </ScenarioButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
