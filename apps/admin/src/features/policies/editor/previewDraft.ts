"use server";
import { evaluate, type Finding, type Policy, parsePolicy } from "@ballast/core";
import { mayRead } from "../../../auth/mayRead.ts";
import { integer } from "../../../format/integer.ts";
import { type Judgement, latestJudgement } from "../../../queries/judgement.ts";
import { findingsOf } from "../../findings/findingsOf.ts";
import type { FindingView } from "../../findings/findingsView.ts";

export type PreviewLine = FindingView & { readonly change: "gone" | "fresh" | "same" };

export type DraftPreview =
  | { readonly ok: true; readonly block: string; readonly lines: readonly PreviewLine[] }
  | { readonly ok: false; readonly because: string };

/** Runs the rules on the stored snapshot under the draft and under the policy in force, and compares what is open. */
export async function previewDraft({
  segment,
  yaml,
}: {
  segment: string;
  yaml: string;
}): Promise<DraftPreview> {
  if (!(await mayRead())) return { ok: false, because: "Sign in to see it." };
  const judgement = await latestJudgement(segment);
  if (judgement?.history == null || judgement.openWork === null) {
    return { ok: false, because: "Nothing was read of this account yet." };
  }
  const parsed = parsePolicy(yaml);
  if (!parsed.ok) return { ok: false, because: "The draft can't be read." };
  const before = judgement.policy === null ? [] : open(judgement, judgement.policy);
  const after = open(judgement, parsed.policy);
  const { number } = judgement.snapshot.block;
  return { ok: true, block: `Block ${integer(number)}`, lines: compare(before, after) };
}

function open({ snapshot, history, openWork }: Judgement, policy: Policy): readonly FindingView[] {
  if (history === null || openWork === null) return [];
  const findings: readonly Finding[] = evaluate({ snapshot, history, openWork, policy, siblings: [] });
  return findingsOf(findings).open;
}

function compare(before: readonly FindingView[], after: readonly FindingView[]): readonly PreviewLine[] {
  const has = (list: readonly FindingView[], key: string) => list.some((finding) => finding.key === key);
  return [
    ...before
      .filter(({ key }) => !has(after, key))
      .map((finding) => ({ ...finding, change: "gone" as const })),
    ...after.map((finding) => ({
      ...finding,
      change: has(before, finding.key) ? ("same" as const) : ("fresh" as const),
    })),
  ];
}
