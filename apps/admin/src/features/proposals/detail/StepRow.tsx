"use client";
import { useState } from "react";
import { Icon } from "../../../components/Icon.tsx";
import type { StepNames } from "./stepNames.ts";
import type { StepView } from "./stepOf.ts";

type StepRowProps = {
  readonly number: number;
  readonly step: StepView;
  readonly names: StepNames;
  /** Open, whatever was clicked. */
  readonly forced: boolean;
};

/** One call: a sentence, its target, its amount; open it for every argument. */
export function StepRow({ number, step, names, forced }: StepRowProps) {
  const [own, setOwn] = useState(!step.known);
  const open = forced || own;
  const shown = names.shown[step.target] ?? step.target;
  return (
    <li data-known={step.known}>
      <span className="number">{number}</span>
      <div className="min-w-0">
        <button
          type="button"
          className="font-medium text-left"
          aria-expanded={open}
          onClick={() => setOwn(!own)}
        >
          {!step.known && <Icon name="critical" size={14} />}
          {step.does}
        </button>
        <div className="flex flex-wrap gap-x-3.5 gap-y-0.5 mt-1 text-xs text-ink-2">
          <span className="inline-flex gap-1.5 items-baseline">
            to {names.names[step.target] ?? <span className="text-warning font-medium">No name</span>}
            <span className="addr text-ink-3!" title={shown}>
              {shown.slice(0, 6)}…{shown.slice(-4)}
            </span>
          </span>
          {step.note !== "" && <span>{step.note}</span>}
          {step.toSelf && (
            <span className="inline-flex items-center gap-1 text-ok font-medium">
              <Icon name="check" size={14} />
              recipient is this Safe
            </span>
          )}
        </div>
      </div>
      <div className="amount text-right whitespace-nowrap">
        {step.amount}
        {step.amountNote !== "" && <small className="block text-xs text-ink-3">{step.amountNote}</small>}
      </div>
      {open && <CallDetail step={step} />}
    </li>
  );
}

function CallDetail({ step }: { readonly step: StepView }) {
  return (
    <div className="call">
      <span className="signature">{step.signature}</span>
      {step.arguments.map(({ name, raw, meaning }) => (
        <div key={name} className="contents">
          <span className="text-ink-3">{name}</span>
          <span className="value">{raw}</span>
          <span className="meaning">{meaning}</span>
        </div>
      ))}
    </div>
  );
}
