"use client";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "../../components/Button.tsx";
import { runScenario } from "./runScenario.ts";
import type { ScenarioName } from "./scenarios.ts";

type ScenarioButtonProps = {
  readonly name: ScenarioName;
  readonly tone: "plain" | "primary";
  readonly disabled: boolean;
  readonly children: ReactNode;
};

/** Asks for a scenario; the answer shows by itself. */
export function ScenarioButton({ name, tone, disabled, children }: ScenarioButtonProps) {
  const [pending, start] = useTransition();
  const [refused, setRefused] = useState<string | null>(null);
  const ask = () =>
    start(async () => {
      const answer = await runScenario(name);
      setRefused(answer.ok ? null : answer.because);
    });
  return (
    <>
      <Button tone={tone} size="small" disabled={disabled || pending} onClick={ask}>
        {children}
      </Button>
      {refused !== null && (
        <span className="text-xs text-warning" role="alert">
          {refused}
        </span>
      )}
    </>
  );
}
