import { decisionSentence } from "../../explain/decisionSentence.ts";
import type { Finding } from "../../policy/finding.ts";
import { subjectKey } from "../../policy/sortFindings.ts";
import type { UnixSeconds } from "../../units/brands.ts";
import type { Judgement } from "./judge.ts";
import type { DecisionRun, Remark } from "./result.ts";

/** The runs so far, and what the last one is known by. */
export type Runs = { readonly runs: DecisionRun[]; key: string };

function remarkOf({ rule, code, level, subject }: Finding): Remark {
  return { rule, code, level, subject };
}

/** Adds a step to the last run, or begins another when it was decided otherwise or for other reasons. A proposal is always a run of its own. */
export function recordStep(
  into: Runs,
  { judgement, time }: { readonly judgement: Judgement; readonly time: UnixSeconds },
): DecisionRun | undefined {
  const { decision, identify } = judgement;
  const { outcome } = decision;
  const told = decision.findings.filter(({ level }) => level !== "ok");
  const marks = told.map(
    ({ rule, code, level, subject }) => `${rule} ${code} ${level} ${subjectKey(subject)}`,
  );
  const key = `${outcome.kind} ${outcome.because}\n${marks.join("\n")}`;
  const last = into.runs.at(-1);
  if (last !== undefined && into.key === key && outcome.kind !== "propose") {
    into.runs[into.runs.length - 1] = { ...last, to: time, steps: last.steps + 1 };
    return undefined;
  }
  into.key = key;
  const whole = identify();
  const run: DecisionRun = {
    from: time,
    to: time,
    steps: 1,
    outcome: `${outcome.kind} ${outcome.because}`,
    sentence: decisionSentence(whole.decision),
    decisionId: whole.decisionId,
    remarks: told.map(remarkOf),
  };
  into.runs.push(run);
  return run;
}
